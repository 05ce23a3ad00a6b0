/** Browsers skip leading blanks and controls, and tabs and line ends everywhere; invisible characters are for show. */
const ignored = /[\p{Cc}\p{Cf}\s]+/gu

const scripts = /^(?:javascript|vbscript|livescript|mocha):/

/** Of the types of images only SVG can hold scripts; they do not run in an `img` or SVG's `image`. */
const harmlessImage = /^data:image\/(?:png|jpe?g|gif|webp|avif)(?:[;,]|$)/
const vectorImage = /^data:image\/svg\+xml(?:[;,]|$)/

/** Where an address stands. */
interface UrlSpot {
  readonly tagName: string
  /** Name in HTML. */
  readonly attribute: string
}

/** Whether an address could run a script where it stands. */
export function isDangerousUrl(url: string, {tagName, attribute}: UrlSpot): boolean {
  if (!url.includes(':')) return false
  const canonical = url
    .slice(0, url.indexOf(':') + canonicalTailMax)
    .replace(ignored, '')
    .toLowerCase()
  if (scripts.test(canonical) || isAnimatedScript(canonical, attribute)) return true
  if (!canonical.startsWith('data:') || harmlessImage.test(canonical)) return false
  return !(isImageSource(tagName, attribute) && vectorImage.test(canonical))
}

/** Whether the address is loaded as an image, in which nothing runs. */
function isImageSource(tagName: string, name: string): boolean {
  if (tagName === 'img') return name === 'src' || name === 'srcset'
  // Of SVG, for raw HTML's own `image` is parsed as `img`.
  return tagName === 'image' && (name === 'href' || name === 'xlink:href')
}

/** Enough for the media type after the scheme: a data URL may have megabytes. */
const canonicalTailMax = 200

/** `values` of an SVG animation lists several addresses. */
function isAnimatedScript(canonical: string, name: string): boolean {
  return name === 'values' && canonical.includes('javascript:')
}
