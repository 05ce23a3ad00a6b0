import {mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {build} from '#src/build-folder.ts'
import type {HtmlPolicy, MarkdownOptions} from '#src/model/markdown-options.ts'
import {folderTree} from '../incremental/folder-tree.ts'
import {scriptVectors} from './script-vectors.ts'

/** An attempt to bring a script into a page. */
export interface Attack {
  readonly address: string
  readonly vector: string
}

/** One article for each vector, in an order that stays. */
export const attacks: ReadonlyArray<Attack> = Object.values(scriptVectors)
  .flat()
  .map((vector, index) => ({address: `/v/v${index}/`, vector}))

/** Build articles that have a vector in every field and place of a text, with the built-in theme; returns the files by path. */
export async function buildAttacked(settings: {
  readonly parser: MarkdownOptions['parser']
  readonly html: HtmlPolicy
}): Promise<ReadonlyMap<string, Uint8Array>> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'galley-test-')))
  try {
    write('galley.config.json', JSON.stringify({...config, markdown: {...everything, ...settings}}))
    for (const [index, {vector}] of attacks.entries()) {
      // A page for each term costs as much as one for an article.
      write(`content/v/v${index}.md`, articleWith(vector, index % 8 === 0 ? vector : 'plain'))
    }
    const {isWritten, diagnostics} = await build({root, keepGoing: true})
    if (!isWritten) throw new Error(JSON.stringify(diagnostics.filter(({severity}) => severity === 'error')))
    const output = folderTree(() => join(root, 'dist'), '')
    return new Map(output.paths().map((path) => [path, readFileSync(join(root, 'dist', path))]))
  } finally {
    rmSync(root, {recursive: true, force: true})
  }

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(root, path)), {recursive: true})
    writeFileSync(join(root, path), text)
  }
}

const config = {
  title: 'A <script>alert(1)</script> "site"',
  baseUrl: 'https://site.test/',
  search: false
}

const everything = {
  math: true,
  mermaid: false,
  wikilinks: true,
  emoji: true,
  superscript: true,
  subscript: true,
  highlightMarks: true,
  abbreviations: true,
  smartPunctuation: true,
  definitionLists: true
}

function articleWith(vector: string, name: string): string {
  const [line, term] = [vector, name].map((text) => text.replace(/\s+/g, ' ')) as [string, string]
  const frontMatter = {
    title: line,
    description: line,
    short_description: line,
    tags: [term],
    authors: [term],
    params: {note: line},
    date: '2024-05-01'
  }
  return `---json
${JSON.stringify(frontMatter)}
---

# A heading with ${line}

Words ${line} and words.

- a point ${line}

[a link](<${line.replace(/[<>]/g, '')}>) and ![an image](<${line.replace(/[<>]/g, '')}> "${line.replaceAll('"', '\\"')}")

:::details[${line.replace(/[[\]]/g, '')}]
${line}
:::

{{< figure src="a.png" alt="${line.replace(/["<>]/g, '')}" caption="${line.replace(/["\\]/g, "'")}" >}}

\`\`\`js title="${line.replaceAll('"', "'").replaceAll('`', '')}"
${line}
\`\`\`

${vector}

The end.
`
}
