import {Fragment, options, type VNode} from 'preact'
import {renderToStaticMarkup} from 'preact-render-to-string'

/** What `renderToStaticMarkup` makes of an element; throws what its templates throw, and `UnprintableError`. */
export function renderMarkup<Props>(element: VNode<Props>): string {
  const {vnode: before} = options
  // Preact prints nothing for what it does not know, and says nothing. The stack of an error thrown here names the line of the template.
  options.vnode = refuse
  try {
    return renderToStaticMarkup(element)
  } finally {
    if (before === undefined) delete options.vnode
    else options.vnode = before
  }

  function refuse(made: VNode<ElementProps>): void {
    refuseObjects(made)
    refuseBareHtml(made)
    refusePromises(made)
    before?.(made)
  }
}

/** What of an element would be left out: an author forgot a field of an object, or `__html`. */
export class UnprintableError extends Error {
  override readonly name = 'UnprintableError'
}

interface ElementProps {
  readonly children?: unknown
  readonly dangerouslySetInnerHTML?: unknown
}

/** Components may ask for children of any kind. */
function refuseObjects({type, props}: VNode<ElementProps>): void {
  if (typeof type !== 'string' && type !== Fragment) return
  const unprintable = findUnprintable(props.children)
  if (unprintable === undefined) return
  const element = typeof type === 'string' ? type : ''
  throw new UnprintableError(
    `\`<${element}>\` has an object in it that is neither text nor element: ${describe(unprintable)}`
  )
}

const AsyncFunction = (async () => undefined).constructor

/** What an asynchronous component makes would come when the page is done. Its answer is not looked at: that would take each of them a call more. */
function refusePromises({type}: VNode<ElementProps>): void {
  if (typeof type === 'function' && type.constructor === AsyncFunction)
    throw new UnprintableError(`\`<${type.name}>\` is asynchronous, and nobody waits for it`)
}

/** HTML that is given as it is would be an element without anything in it. */
function refuseBareHtml({type, props}: VNode<ElementProps>): void {
  const given = props.dangerouslySetInnerHTML
  if (typeof type !== 'string' || given === undefined || given === null) return
  if (typeof given === 'object' && '__html' in given) return
  throw new UnprintableError(
    `\`<${type}>\` would be empty: \`dangerouslySetInnerHTML\` needs \`{__html: …}\`, found none`
  )
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
