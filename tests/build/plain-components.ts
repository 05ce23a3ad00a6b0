import type {ComponentProps} from 'galley'
import {Fragment, h, type VNode} from 'preact'
import type {LoadedTemplate} from '#src/model/host.ts'

const pictureAttributes = {
  src: 'url',
  caption: 'text?',
  width: 'number?',
  open: 'flag',
  align: ['left', 'right']
} as const

/** Components that show what they are given. */
const components = {
  aside: ({children, ...others}: ComponentProps) => h('aside', attributesOf(others), children),
  picture: ({
    src,
    caption,
    width,
    open,
    align,
    id,
    class: name,
    children
  }: ComponentProps<typeof pictureAttributes>) =>
    h(
      'figure',
      {'data-align': align, 'data-open': String(open), id, class: name},
      h('img', {src, width, alt: caption ?? ''}),
      children === undefined ? 'empty' : h('figcaption', null, children)
    ),
  both: ({children}: ComponentProps) => h(Fragment, null, children, ' and ', children),
  nothing: () => null as unknown as VNode,
  home: ({view}: ComponentProps) => h('a', {href: view.href('/')}, view.site().title),
  measured: ({src, view}: ComponentProps<{readonly src: 'url'}>) => h('img', {src, ...view.imageSize(src)}),
  param: ({name, view}: ComponentProps<{readonly name: 'text'}>) =>
    h('b', null, JSON.stringify(view.param(name) ?? 'none')),
  // As in JavaScript, where nobody checks.
  forgetful: (({children}: ComponentProps) => {
    h('b', null, children)
  }) as unknown as () => VNode,
  failing: () => {
    throw new Error('a component with a fault')
  },
  late: async () => h('b', null),
  tangled: ({children}: ComponentProps) => h('b', null, children)
}

const tables: Readonly<Record<string, unknown>> = {
  picture: pictureAttributes,
  both: {},
  measured: {src: 'url'},
  param: {name: 'text'},
  tangled: {size: 'huge'}
}

/** Those components as a host gives them. */
export const plainComponents: ReadonlyArray<LoadedTemplate> = Object.entries(components).map(
  ([name, render]) => ({
    name: `components/${name}`,
    file: `templates/components/${name}.tsx`,
    hash: name,
    isBuiltIn: true,
    render: render as LoadedTemplate['render'],
    ...(name in tables ? {attributes: tables[name]} : {})
  })
)

function attributesOf({view: _, ...given}: object & {readonly view: unknown}): Record<string, unknown> {
  return given
}
