const importRule = /@import\b[^;]*(?:;|$)/gi

const anyUrl = /url\((?:\s*"[^"]*"\s*|\s*'[^']*'\s*|[^"'()]*)\)/gi

/**
 * A part of the drawing itself, or a picture or font that stands in it. Nothing else is in the parentheses, so that no comment or string which begins there can
 * hide what follows.
 */
const ownUrl =
  /url\(\s*(["']?)(?:#[\w.:-]+|data:(?:image\/(?:png|jpe?g|gif|webp|avif)|font\/[\w-]+|application\/(?:x-)?font-[\w-]+)(?:;[\w=-]+)*,[\w+/=%-]+)\1\s*\)/gi

/** Whatever loads a file. */
const anyLoad = /@import|url\(|image\(|image-set\(|(?:^|[^\w-])src\(/i

/**
 * CSS of a drawing without what it would load from elsewhere; `undefined` where that cannot be told apart from the rest. A text that loads nothing is
 * given back as it is.
 */
export function cleanStyle(css: string): string | undefined {
  if (!/[\\@(]/.test(css)) return css
  const cleaned = css.replace(importRule, '').replace(anyUrl, (url) => (isOwn(url) ? url : 'none'))
  // What was taken out may have held apart what now makes an address, and an escape may stand for any letter of it.
  return anyLoad.test(withoutEscapes(cleaned.replace(ownUrl, ''))) ? undefined : cleaned
}

function isOwn(url: string): boolean {
  return url.replace(ownUrl, '') === ''
}

function withoutEscapes(css: string): string {
  return css.replace(
    /\\(?:([0-9a-f]{1,6})\s?|([\s\S]))/gi,
    (_, code: string | undefined, character: string) =>
      code === undefined ? character : characterOf(Number.parseInt(code, 16))
  )
}

function characterOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : ''
}
