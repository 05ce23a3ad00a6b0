import type {Element} from 'hast'

/** A place in an element where addresses stand. */
export interface UrlAttribute {
  /** Name of the property in hast. */
  readonly property: string
  /** Name in HTML for messages. */
  readonly name: string
  /** A `list` has several addresses, each with a descriptor (`srcset`); a `single` value is one. */
  readonly kind: 'single' | 'list'
  readonly value: string
}

/** By lower-cased name, since a property is `xLinkHref`, `xlinkHref` or `xlink:href` depending on who made it. */
const kinds: Readonly<Record<string, UrlAttribute['kind']>> = {
  href: 'single',
  src: 'single',
  srcset: 'list',
  imagesrcset: 'list',
  action: 'single',
  formaction: 'single',
  'xlink:href': 'single',
  xlinkhref: 'single',
  poster: 'single',
  data: 'single',
  background: 'single',
  cite: 'single',
  longdesc: 'single',
  lowsrc: 'single',
  dynsrc: 'single',
  manifest: 'single',
  ping: 'single',
  codebase: 'single',
  archive: 'single',
  classid: 'single',
  profile: 'single',
  // Of SVG animations, which can set the `href` of the element around them.
  to: 'single',
  from: 'single',
  by: 'single',
  values: 'single'
}

const names: Readonly<Record<string, string>> = {xlinkhref: 'xlink:href'}

/** The attributes of an element that hold addresses, with their values decoded from HTML. */
export function urlAttributes({properties}: Element): ReadonlyArray<UrlAttribute> {
  const attributes: Array<UrlAttribute> = []
  for (const property in properties) {
    const name = property.toLowerCase()
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined
    const value = properties[property]
    const text = Array.isArray(value) ? value.join(' ') : value
    if (kind === undefined || typeof text !== 'string') continue
    attributes.push({property, name: names[name] ?? name, kind, value: text})
  }
  return attributes
}

/** One candidate of a `srcset`: an address without comma at its ends, and what follows up to the next comma. */
const candidate = /([^\s,]\S*[^\s,]|[^\s,])(,+|[^,]*)/g

/** The addresses of an attribute; those of a list by the rules of `srcset`, where a data URL may have commas inside. */
export function listUrls({kind, value}: UrlAttribute): ReadonlyArray<string> {
  return kind === 'single' ? [value] : Array.from(value.matchAll(candidate), ([, url]) => url ?? '')
}

/** The value of an attribute with each of its addresses replaced. */
export function mapUrls({kind, value}: UrlAttribute, replace: (url: string) => string): string {
  if (kind === 'single') return replace(value)
  return value.replace(candidate, (_, url: string, rest: string) => replace(url) + rest)
}
