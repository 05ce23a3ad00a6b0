import {cleanStyle} from './clean-style.ts'

/** An element or attribute by its names in XML. */
export interface XmlName {
  /** `undefined` outside of all namespaces. */
  readonly namespace: string | undefined
  /** Without prefix. */
  readonly local: string
}

/** An attribute of a drawing. */
export interface XmlAttribute extends XmlName {
  readonly value: string
}

export const svgNamespace = 'http://www.w3.org/2000/svg'

/** What draws, moves and describes: all of SVG but `script`, `foreignObject` and what embeds sounds, films and pages. */
const drawingElements: ReadonlySet<string> = new Set(
  `a altGlyph altGlyphDef altGlyphItem animate animateColor animateMotion animateTransform circle clipPath color-profile cursor defs desc
  ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight
  feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight
  feSpecularLighting feSpotLight feTile feTurbulence filter flowPara flowRegion flowRoot flowSpan font font-face font-face-format
  font-face-name font-face-src font-face-uri g glyph glyphRef hatch hatchpath hkern image line linearGradient marker mask mesh meshgradient
  meshpatch meshrow metadata missing-glyph mpath path pattern polygon polyline radialGradient rect set solidColor solidcolor stop style svg
  switch symbol text textPath title tref tspan use view vkern`.split(/\s+/)
)

/** Beside SVG, the languages that browsers know. What editors note in others means nothing to them. */
const otherLanguages: ReadonlySet<string> = new Set([
  'http://www.w3.org/1999/xhtml',
  'http://www.w3.org/1998/Math/MathML'
])

const animations: ReadonlySet<string> = new Set(['animate', 'animateColor', 'set'])

/** Whether an element may stay, with what is in it as far as that may. */
export function isDrawing({namespace, local}: XmlName, attributes: ReadonlyArray<XmlAttribute>): boolean {
  if (namespace !== svgNamespace) return namespace === undefined || !otherLanguages.has(namespace)
  if (!drawingElements.has(local)) return false
  // What an animation sets is looked at by nobody: neither an address nor code may be what it sets.
  return !(animations.has(local) && attributes.some(isDangerousTarget))
}

function isDangerousTarget({local, value}: XmlAttribute): boolean {
  return local === 'attributeName' && /^\s*(?:[^:]*:)?(?:href|src|on.*|style)\s*$/is.test(value)
}

/** The value that an attribute of a drawing may have; `undefined` where it must go. */
export function cleanAttribute(
  element: XmlName,
  {namespace, local, value}: XmlAttribute
): string | undefined {
  const name = local.toLowerCase()
  if (namespace === undefined && name.startsWith('on')) return undefined
  if (name === 'base' || name === 'ping') return undefined
  if (name === 'href' || name === 'src') return isAllowed(value, referencesOf(element)) ? value : undefined
  return cleanStyle(value)
}

/** What the references of an element may lead to. */
interface References {
  readonly schemes: RegExp
  /** Whether other files of the site are meant; else only parts of this one. */
  readonly ofSite: boolean
}

/** A link loads nothing. */
const links: References = {schemes: /^(?:https?|mailto|tel):/i, ofSite: true}

const pictures: References = {schemes: /^data:image\/(?:png|jpe?g|gif|webp|avif)[;,]/i, ofSite: true}

const parts: References = {schemes: /^\b$/, ofSite: false}

function referencesOf({local}: XmlName): References {
  if (local === 'a') return links
  return local === 'image' || local === 'feImage' ? pictures : parts
}

function isAllowed(value: string, {schemes, ofSite}: References): boolean {
  // Browsers leave these out of addresses before they look for a scheme.
  const url = value.replace(/[\0-\x20]+/g, '')
  if (url === '' || url.startsWith('#') || schemes.test(url)) return true
  return ofSite && !/^(?:[a-z][a-z0-9+.-]*:|[/\\]{2})/i.test(url)
}
