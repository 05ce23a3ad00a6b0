/** The text of an XML file. */
export interface DecodedXml {
  readonly text: string
  /** Whether the bytes are that text in UTF-8; else the text says that it is, so that it can be written so. */
  readonly isUtf8: boolean
}

const declaredEncoding = /^(<\?xml[^>]*?)\s+encoding\s*=\s*["']([\w.:-]+)["']/

/** Decode a file as browsers do. Throws where it is not what it says it is. */
export function decodeXml(bytes: Uint8Array): DecodedXml {
  const wide = wideEncodingOf(bytes)
  const head = wide === undefined ? new TextDecoder('latin1').decode(bytes.subarray(0, headLength)) : ''
  const named = declaredEncoding.exec(head)?.[2]?.toLowerCase() ?? 'utf-8'
  const encoding = wide ?? (named.startsWith('utf-16') ? 'utf-8' : named)
  const text = new TextDecoder(encoding, {fatal: true, ignoreBOM: wide === undefined}).decode(bytes)
  if (encoding === 'utf-8' && named === 'utf-8') return {text, isUtf8: true}
  return {text: text.replace(declaredEncoding, '$1'), isUtf8: false}
}

/** Of the two that have zeros for every second byte, as they begin. */
function wideEncodingOf([first, second]: Uint8Array): string | undefined {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  return (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c) ? 'utf-16be' : undefined
}

/** Bytes in which a declaration ends. */
const headLength = 200
