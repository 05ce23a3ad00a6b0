import {decodeReferences} from './decode-references.ts'

/** A tag that loads a style sheet or a script from an address with a site in it. */
export interface CodeTag {
  /** A script that is no module shares its names with all others, and has to stay as it is. */
  readonly kind: 'styles' | 'module' | 'script'
  readonly url: string
  /** Offset of the tag, and the whole of it. */
  readonly start: number
  readonly written: string
  /** Offset of the address within the tag, and its length as it is written. */
  readonly urlStart: number
  readonly urlLength: number
}

const tag = /<(script|link)\b((?:"[^"]*"|'[^']*'|[^'"<>])*)>/gi

const address = /\s(?:src|href)=(["'])(https?:\/\/[^"'\s]+)\1/i

/** The tags of HTML, or of a template, that load code from elsewhere, in their order. What is computed cannot be seen in a template. */
export function listCodeTags(html: string): ReadonlyArray<CodeTag> {
  return Array.from(html.matchAll(tag), ({0: written, 1: name = '', 2: attributes = '', index}) => {
    const found = address.exec(attributes)
    const kind = kindOf(name.toLowerCase(), attributes)
    const [, , url = ''] = found ?? []
    if (found === null || kind === undefined) return []
    const urlStart = 1 + name.length + found.index + found[0].length - 1 - url.length
    return [{kind, url: decodeReferences(url), start: index, written, urlStart, urlLength: url.length}]
  }).flat()
}

function kindOf(name: string, attributes: string): CodeTag['kind'] | undefined {
  if (name === 'link') return /\srel=["']?stylesheet\b/i.test(attributes) ? 'styles' : undefined
  return /\stype=["']?module\b/i.test(attributes) ? 'module' : 'script'
}
