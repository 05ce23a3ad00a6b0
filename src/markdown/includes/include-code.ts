import type {Code} from 'mdast'
import {type CodeAttribute, parseCodeMeta} from '../features/code-meta.ts'
import {type Including, type Inclusion, openInclude, spotOf, tell} from './inclusion.ts'
import {replacedCode} from './messages.ts'

/** The attributes that are used up. */
const ownNames: ReadonlyArray<string> = ['file', 'region', 'lines']

/**
 * Put the code of a file into a fence whose meta names one, and take from the meta what says so. The language is the file's extension
 * where the fence has none.
 */
export function includeCode(node: Code, including: Including, inclusion: Inclusion): void {
  // Without a language the grammar takes the first word of the meta for it.
  const hasLanguage = !/^file=/.test(node.lang ?? '')
  const meta = hasLanguage ? (node.meta ?? '') : `${node.lang} ${node.meta ?? ''}`
  if (!meta.includes('file=')) return
  const {attributes} = parseCodeMeta(meta)
  const file = attributes.get('file')?.value
  if (file === undefined) return
  if (node.value.trim() !== '') {
    tell(replacedCode({...spotOf('file', node.position, including), target: file}), including, inclusion)
  }
  const {position} = node
  const [region, lines] = [attributes.get('region')?.value, attributes.get('lines')?.value]
  const included = openInclude({file, region, lines, isMarkdown: false, position}, including, inclusion)
  const rest = without(
    meta,
    ownNames.flatMap((name) => attributes.get(name) ?? [])
  )
  node.lang = (hasLanguage && node.lang) || extensionOf(file)
  node.meta = rest === '' ? null : rest
  node.value = included?.text ?? ''
}

function without(meta: string, attributes: ReadonlyArray<CodeAttribute>): string {
  let rest = ''
  let start = 0
  for (const {offset, end} of [...attributes].sort((a, b) => a.offset - b.offset)) {
    rest += meta.slice(start, offset)
    start = end
  }
  return (rest + meta.slice(start)).replace(/\s+/g, ' ').trim()
}

function extensionOf(file: string): string | null {
  return /[^/.][^/]*\.([\w+-]+)$/.exec(file)?.[1]?.toLowerCase() ?? null
}
