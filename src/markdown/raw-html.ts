import type {Element, Root, Text} from 'hast'
import type {Html, Parents} from 'mdast'
import rehypeSanitize, {defaultSchema, type Options as Schema} from 'rehype-sanitize'
import type {Options} from 'remark-rehype'
import type {PluggableList} from 'unified'
import type {VFile} from 'vfile'
import type {HtmlPolicy} from '#src/model/markdown-options.ts'
import {dropContentUrls} from './drop-dangerous-urls.ts'
import {sealingHandlers, standInNames, unseal} from './features/sealed-nodes.ts'
import {featureHandlers} from './features/to-hast.ts'
import {rebaseHtml} from './includes/rebase-html.ts'
import {mendFragmentLinks} from './mend-fragment-links.ts'
import {notesOf} from './notes.ts'

/** How remark-rehype passes raw HTML on, by policy. */
export const rehypeOptions: {readonly [Policy in HtmlPolicy]: Options} = {
  keep: {allowDangerousHtml: true, handlers: featureHandlers},
  escape: {allowDangerousHtml: true, handlers: {...featureHandlers, html: showHtml}},
  // No prefix for footnotes: the sanitizer gives `user-content-` to every id, and twice would break their links.
  sanitize: {allowDangerousHtml: true, clobberPrefix: '', handlers: sealingHandlers}
}

/** GitHub's, which lets footnotes, task lists and `language-` classes through; style sheets go whole. */
const sanitizeSchema: Schema = {
  ...defaultSchema,
  strip: ['script', 'style'],
  attributes: {
    ...defaultSchema.attributes,
    // What the search is not to find.
    '*': [...(defaultSchema.attributes?.['*'] ?? []), 'dataPagefindIgnore'],
    img: [...(defaultSchema.attributes?.['img'] ?? []), 'loading', 'decoding'],
    td: [['className', /^align-/]],
    th: [['className', /^align-/]]
  }
}

/**
 * What is done with raw HTML in hast, by policy.
 *
 * All of it comes before the site's rehype plugins: content is not trusted under `sanitize`, plugins are, and what they
 * add (classes of a highlighter, SVG of a diagram) must not be taken away again.
 */
export const rawHtmlPlugins: {readonly [Policy in HtmlPolicy]: PluggableList} = {
  keep: [parseRaw, rebaseHtml],
  escape: [],
  // Dangerous URLs go first, because the sanitizer drops them without a word.
  sanitize: [parseRaw, rebaseHtml, dropContentUrls, sanitizeContent, unseal, mendFragmentLinks]
}

/** Sanitize all but what features made. */
function sanitizeContent(): (tree: Root, file: VFile) => Root {
  return (tree, file) => {
    const tagNames = [...(sanitizeSchema.tagNames ?? []), ...standInNames(notesOf(file))]
    return rehypeSanitize({...sanitizeSchema, tagNames})(tree)
  }
}

/** Parse raw nodes into the tree, with positions; a tree without any is left alone, for it costs more than the parser. */
function parseRaw(): (tree: Root, file: VFile) => Promise<Root> | undefined {
  return (tree, file) => (hasRaw(tree) ? parseNow(tree, file) : undefined)
}

/** Loads the parser, which is large, when there is something to parse. */
async function parseNow(tree: Root, file: VFile): Promise<Root> {
  const {default: rehypeRaw} = await import('rehype-raw')
  return rehypeRaw()(tree, file)
}

/** `parseRaw` for what rehype plugins add; a function of its own, since unified attaches a function once. */
export function parsePluginRaw(): (tree: Root, file: VFile) => Promise<Root> | undefined {
  return parseRaw()
}

/** Raw HTML as text; between blocks it becomes a paragraph. */
function showHtml(
  state: {patch: (from: Html, to: Element | Text) => void},
  node: Html,
  parent: Parents | undefined
): Element | Text {
  const text: Text = {type: 'text', value: node.value}
  state.patch(node, text)
  const isBlock = parent === undefined || flowParents.has(parent.type)
  if (!isBlock) return text
  const paragraph: Element = {type: 'element', tagName: 'p', properties: {}, children: [text]}
  state.patch(node, paragraph)
  return paragraph
}

const flowParents: ReadonlySet<string> = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition'])

function hasRaw(tree: Root): boolean {
  const pending: Array<Root | Element> = [tree]
  for (let parent = pending.pop(); parent !== undefined; parent = pending.pop()) {
    for (const child of parent.children) {
      if (child.type === 'raw') return true
      if (child.type === 'element') pending.push(child)
    }
  }
  return false
}
