import {Fragment, options, type VNode} from 'preact'
import {renderToStaticMarkup} from 'preact-render-to-string'

/** What `renderToStaticMarkup` makes of an element; throws what its templates throw, and `UnprintableError`. */
export function renderMarkup<Props>(element: VNode<Props>): string {
  const {vnode: before} = options
  // Preact prints nothing for an object, and says nothing. The stack of an error thrown here names the line of the template.
  options.vnode = refuse
  try {
    return renderToStaticMarkup(element)
  } finally {
    if (before === undefined) delete options.vnode
    else options.vnode = before
  }

  function refuse(made: VNode<{children?: unknown}>): void {
    refuseObjects(made)
    before?.(made)
  }
}

/** An object where text or elements belong: an author forgot a field. */
export class UnprintableError extends Error {
  override readonly name = 'UnprintableError'

  constructor(element: string, value: object) {
    super(`\`<${element}>\` has an object in it that is neither text nor element: ${describe(value)}`)
  }
}

/** Components may ask for children of any kind. */
function refuseObjects({type, props}: VNode<{children?: unknown}>): void {
  if (typeof type !== 'string' && type !== Fragment) return
  const unprintable = findUnprintable(props.children)
  if (unprintable !== undefined) throw new UnprintableError(typeof type === 'string' ? type : '', unprintable)
}

/** Elements have no function for a constructor, by which Preact tells them from all other objects. */
function findUnprintable(child: unknown): object | undefined {
  if (typeof child !== 'object' || child === null) return undefined
  if (!Array.isArray(child)) return child.constructor instanceof Function ? child : undefined
  for (const inner of child) {
    const unprintable = findUnprintable(inner)
    if (unprintable !== undefined) return unprintable
  }
  return undefined
}

function describe(value: object): string {
  const {name} = value.constructor
  if (name !== 'Object') return `a \`${name}\``
  const fields = Object.keys(value)
  return fields.length === 0
    ? 'an empty one'
    : `one with the fields ${fields.map((field) => `\`${field}\``).join(', ')}`
}
