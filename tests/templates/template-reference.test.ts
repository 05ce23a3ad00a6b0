import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Node} from 'typescript/unstable/ast'
import {isFunctionTypeNode, isPropertySignatureDeclaration} from 'typescript/unstable/ast/is'
import {API, type Project, type Symbol as TypeSymbol} from 'typescript/unstable/sync'
import {expect, test} from 'vitest'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'content/reference/templates.md'), 'utf8')

/** Types that templates see, by the headings of their tables. */
const documented = [
  'Questions',
  'Selector',
  'ImageWish',
  'ComponentProps',
  'ComponentView',
  'Page',
  'PageDate',
  'Section',
  'Listing',
  'TermReference',
  'Term',
  'Neighbors',
  'Heading',
  'ContentsEntry',
  'SiteView',
  'ThemeOptions',
  'ThemeFonts',
  'SocialLink',
  'MenuItem',
  'FeedLink',
  'FileLink',
  'ShownImage',
  'ImageSource',
  'ImageSize'
]

const {members, kinds} = readTypes()

test.each(documented)('the reference has all of `%s`, as it is', (name) => {
  expect(rowsBelow(name)).toEqual(members[name])
})

test('the reference has each kind of template, and what it gets', () => {
  const rows = [...page.matchAll(/^\| `([\w-]+)\.tsx` \| .+ \| `(\w+)` \| (.*)\|$/gm)]
  const written = rows.map(([, kind, view, props = '']) => ({
    kind,
    view,
    props: [...props.matchAll(/`(\w+)`/g)].map(([, prop]) => prop)
  }))
  expect(written).toEqual(kinds)
})

test('the reference names all types that templates may import', () => {
  const index = readFileSync(join(root, 'src/index.ts'), 'utf8')
  const exported = [...index.matchAll(/^export type \{([^}]+)\} from '\.\/model\/([\w-]+)\.ts'/gm)]
  const names = exported.flatMap(([, list = '', file = '']) =>
    ['asset-transform', 'deploy-config'].includes(file) ? [] : list.split(',').map((name) => name.trim())
  )
  expect(names).toContain('Questions')
  expect(names.filter((name) => !new RegExp(`\`${name}\\b`).test(sectionOf('Types')))).toEqual([])
})

/** Members that the tables below a heading name, each with its type, sorted. */
function rowsBelow(heading: string): ReadonlyArray<string> {
  const rows = sectionOf(heading).matchAll(/^\| `([^`]+)` \| `([^`]+)` \|/gm)
  return [...rows].map(([, name, type = '']) => `${name}: ${type.replaceAll('\\|', '|')}`).sort()
}

/** What stands below a heading, up to the next of its level. */
function sectionOf(heading: string): string {
  const [, marks = '', text = ''] = new RegExp(`^(##+) ${heading}\\n(.*)`, 'ms').exec(page) ?? []
  return text.split(new RegExp(`^#{2,${marks.length}} `, 'm'))[0] ?? ''
}

/** What the types say in the form of the tables: members that no other of the types has, sorted, and the kinds of templates. */
function readTypes(): {
  readonly members: Readonly<Record<string, ReadonlyArray<string>>>
  readonly kinds: ReadonlyArray<object>
} {
  const api = new API({cwd: root})
  try {
    const project = api.updateSnapshot({openProjects: [join(root, 'tsconfig.json')]}).getProjects()[0]
    if (project === undefined) throw new Error('Expected a project of TypeScript')
    const types = new Map(
      ['src/index.ts', 'src/model/image.ts'].flatMap((file) =>
        exportsOf(project, file).map((symbol) => [symbol.name, symbol] as const)
      )
    )
    const propertiesIn = (name: string): ReadonlyArray<Property> => propertiesOf(project, types.get(name))
    return {
      members: Object.fromEntries(
        documented.map((name) => {
          const own = propertiesIn(name).filter(({owner}) => owner === name || !documented.includes(owner))
          return [name, own.map(({member}) => member).sort()]
        })
      ),
      kinds: propertiesIn('ViewByKind').map(({name, type}) => {
        const props = propertiesIn(type).filter(({owner}) => owner !== 'RouteView')
        return {kind: name, view: type, props: props.map((prop) => prop.name)}
      })
    }
  } finally {
    api.close()
  }
}

interface Property {
  readonly name: string
  readonly type: string
  /** As the tables have it. */
  readonly member: string
  /** Name of the interface that it is declared in. */
  readonly owner: string
}

function exportsOf({program, checker}: Project, file: string): ReadonlyArray<TypeSymbol> {
  const source = program.getSourceFile(join(root, file))
  const symbol = source && checker.getSymbolAtLocation(source)
  return symbol === undefined ? [] : checker.getExportsOfModule(symbol)
}

function propertiesOf({checker}: Project, symbol: TypeSymbol | undefined): ReadonlyArray<Property> {
  if (symbol === undefined) throw new Error('Expected an exported type')
  return checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol)).flatMap(({declarations}) => {
    const node = declarations[0]?.resolve()
    return node === undefined ? [] : propertyAt(node)
  })
}

function propertyAt(node: Node): ReadonlyArray<Property> {
  if (!isPropertySignatureDeclaration(node)) return []
  const name = textOf(node.name).replaceAll("'", '')
  const owner = 'name' in node.parent ? textOf(node.parent.name as Node) : ''
  const type = textOf(node.type)
  if (!isFunctionTypeNode(node.type)) {
    const mark = node.postfixToken === undefined ? '' : '?'
    return [{name, type, member: `${name}${mark}: ${type}`, owner}]
  }
  const parameters = node.type.parameters.map(
    (parameter) => textOf(parameter.name) + (parameter.questionToken === undefined ? '' : '?')
  )
  const answer = node.type.type === undefined ? '' : textOf(node.type.type)
  return [{name, type, member: `${name}(${parameters.join(', ')}): ${answer}`, owner}]
}

function textOf(node: Node): string {
  return node.getText(node.getSourceFile())
}
