import type {Root} from 'mdast'
import remarkDefinitionList from 'remark-definition-list'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {type PluggableList, type Processor, unified} from 'unified'
import {type NativeText, readsDirectives} from './native-text.ts'
import {notesOf} from './notes.ts'
import type {Matter} from './prepare-text.ts'

/** What both parsers can be told. */
export interface ParserOptions {
  /** Whether GitHub's extensions (tables, footnotes, task lists, strikethrough, bare links) are on. */
  readonly gfm: boolean
  /** Whether `:::name`, `::name` and `:name[…]` are directives. */
  readonly directives: boolean
  /** Whether there are definition lists, which the native parser reads otherwise. */
  readonly definitionLists: boolean
  /** Whether there are formulas between dollars. */
  readonly math: boolean
  /** Whether plugins see the tree before features do. */
  readonly hasPlugins: boolean
  /** What the native parser reads in the place of a text with directives. */
  readonly nativeText: NativeText
}

const matterPlugins: {readonly [Kind in Matter]: PluggableList} = {
  none: [],
  yaml: [[remarkFrontmatter, 'yaml']],
  toml: [[remarkFrontmatter, 'toml']]
}

/** remark-parse with its extensions: the reference that the native parser is held to, and the one plugins can extend. */
export function remarkParser(this: Processor, options: ParserOptions): void {
  const {gfm, definitionLists} = options
  const outer = this
  const readers = new Map<string, (text: string) => Root>()

  this.parser = (text, file) => {
    const notes = notesOf(file)
    notes.plugin = 'remark-parse'
    const tree = readerOf(notes.matter, readsDirectives(text, options))(text)
    delete notes.plugin
    return tree
  }

  // Front matter differs from file to file, and remark-frontmatter takes its kind when attached: one reader for each.
  function readerOf(matter: Matter, directives: boolean): (text: string) => Root {
    const key = `${matter} ${directives}`
    const known = readers.get(key)
    if (known !== undefined) return known
    const reader = unified()
      .use(remarkParse)
      .use(gfm ? [remarkGfm] : [])
      .use(directives ? [remarkDirective] : [])
      .use(definitionLists ? [remarkDefinitionList] : [])
      .use(matterPlugins[matter])
      .use(inheritSyntax, outer)
      .freeze()
    const read = (text: string): Root => reader.parse(text)
    readers.set(key, read)
    return read
  }
}

/** Add the syntax that plugins added to `outer`; all were attached by the time of the first parse. */
function inheritSyntax(this: Processor, outer: Processor): void {
  const own = this.data()
  const inherited = outer.data()
  own.micromarkExtensions = [...(own.micromarkExtensions ?? []), ...(inherited.micromarkExtensions ?? [])]
  own.fromMarkdownExtensions = [
    ...(own.fromMarkdownExtensions ?? []),
    ...(inherited.fromMarkdownExtensions ?? [])
  ]
}
