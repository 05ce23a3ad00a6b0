import {type ComponentType, Fragment, type FunctionComponent, options, type VNode} from 'preact'
import {renderToStaticMarkup} from 'preact-render-to-string'

/** What `renderToStaticMarkup` makes of an element; throws what its templates throw, and `UnprintableError`. */
export function renderMarkup<Props>(element: VNode<Props>): string {
  const {vnode: before} = options
  const watched = new Map<FunctionComponent<ElementProps>, FunctionComponent<ElementProps>>()
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
    const {type} = made
    if (typeof type === 'function' && isPlain(type)) made.type = watch(type)
    before?.(made)
  }

  function watch(component: FunctionComponent<ElementProps>): FunctionComponent<ElementProps> {
    const known = watched.get(component)
    if (known !== undefined) return known
    const watching: FunctionComponent<ElementProps> = function (this: unknown, ...given) {
      const answer = component.apply(this, given)
      refuseNothing(component, answer)
      return answer
    }
    watched.set(component, watching)
    return watching
  }
}

/** Whether a component is a function and nothing else: classes, contexts and those that Preact makes of others have properties of their own. */
function isPlain(type: ComponentType<ElementProps>): type is FunctionComponent<ElementProps> {
  return type !== Fragment && typeof type.prototype?.render !== 'function' && Object.keys(type).length === 0
}

/**
 * Throws where a component has answered with nothing by mistake: a promise, for which nobody waits, or `undefined` where its braces have no `return`. One
 * that returns at times is right, and so is `({x}) => x && <b />`.
 */
export function refuseNothing(component: {readonly name: string}, answer: unknown): void {
  const name = component.name === '' ? 'a component' : `\`${component.name}\``
  if (answer instanceof Promise) {
    // Its failure would end the process.
    answer.catch(() => undefined)
    throw new UnprintableError(`${name} is asynchronous, and nobody waits for it`)
  }
  if (answer !== undefined) return
  const code = String(component)
  if (code.endsWith('}') && !/\breturn\b/.test(code))
    throw new UnprintableError(`${name} returned nothing; is \`return\` missing?`)
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
