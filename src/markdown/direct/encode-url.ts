/** What an address may have as it is. */
const safe = /^[!#$&-;=?-Z_a-z~]*$/

/** A percent sequence that stays, or a character to encode; a surrogate without its other half is one by itself. */
const unsafe = /%[\dA-Za-z]{2}|[\uD800-\uDBFF][\uDC00-\uDFFF]|[^!#$&-;=?-Z_a-z~]/g

const sequence = /^%../
const loneSurrogate = /^[\uD800-\uDFFF]$/

/** An address percent-encoded as mdast-util-to-hast does it: what is a sequence stays. */
export function encodeUrl(url: string): string {
  return safe.test(url) ? url : url.replace(unsafe, encode)
}

function encode(match: string): string {
  if (sequence.test(match)) return match
  return encodeURIComponent(loneSurrogate.test(match) ? '\uFFFD' : match)
}
