import fc from 'fast-check'
import {type DefaultTreeAdapterTypes, parse} from 'parse5'
import {expect, test} from 'vitest'
import {compileSource, openSourceCompiler} from '#src/build/compile/compile-source.ts'
import {defaultFeatures, type MarkdownFeatures} from '#src/model/markdown-options.ts'
import {allFeatures, htmlOf, sourcePath, testOptions} from '../markdown/compile-text.ts'
import {arbitraryArticle} from './arbitrary-article.ts'
import {openFuzzing} from './fuzz-limits.ts'

const fuzzing = openFuzzing(300)

const features: ReadonlyArray<readonly [string, MarkdownFeatures]> = [
  ['by default', defaultFeatures],
  ['with all features', allFeatures]
]

test.each(features)(
  'any article compiles, %s: its problems have places in it, and its HTML ends where it ends',
  async (_, features) => {
    const compiler = openSourceCompiler(testOptions({features, keepsMarkdown: true, keepsProse: true}))
    await fuzzing.assert(
      fc.asyncProperty(arbitraryArticle, async (text) => {
        const {body, excerpt, diagnostics} = await compileSource({path: sourcePath('a.md'), text}, compiler)
        const lineCount = text.split(/\r\n|\n|\r/).length
        for (const {place} of diagnostics) {
          if (place === undefined) continue
          expect(place.line).toBeGreaterThanOrEqual(1)
          expect(place.line).toBeLessThanOrEqual(lineCount)
          expect(place.column).toBeGreaterThanOrEqual(1)
        }
        const isOpen = diagnostics.some(({code}) => code === 'markdown/unclosed-tag')
        if (!isOpen)
          for (const fragment of [body, excerpt])
            expect(childrenOfMain(htmlOf(fragment))).toEqual(['article', 'footer'])
      })
    )
  },
  fuzzing.timeoutMs
)

test('what an author gave a component is no HTML', async () => {
  const compiler = openSourceCompiler(testOptions({}))
  const text = ':::a\n{{< figure " >}}{{</* note " */>}}\n:::\n'
  const {body} = await compileSource({path: sourcePath('a.md'), text}, compiler)
  expect(childrenOfMain(htmlOf(body))).toEqual(['article', 'footer'])
})

/** What a browser finds in the middle of a page around an article: more when that closes what it has not opened, less when it is open. */
function childrenOfMain(html: string): ReadonlyArray<string> {
  const page = parse(`<!doctype html><body><main><article>${html}</article><footer></footer></main></body>`)
  const main = find(page, 'main')
  return (main?.childNodes ?? []).map(({nodeName}) => nodeName)
}

function find(
  node: DefaultTreeAdapterTypes.ParentNode,
  name: string
): DefaultTreeAdapterTypes.Element | undefined {
  for (const child of node.childNodes) {
    if (!('tagName' in child)) continue
    const found = child.tagName === name ? child : find(child, name)
    if (found !== undefined) return found
  }
  return undefined
}
