/** Characters of a slug or path. Longer ones fit no file system, and decoding them takes the square of the length. */
const lengthMax = 1_000

/** Whether `text` is one segment of a path, however often its percent signs are decoded. */
export function isSlug(text: string): boolean {
  if (text.length > lengthMax) return false
  const decoded = decodeFully(text)
  return isSafe(decoded) && !decoded.includes('/') && !isDots(decoded) && !/^[a-z]:/i.test(decoded)
}

/** Whether `text` is a path from the site's root that stays below it, however often its percent signs are decoded. */
export function isSitePath(text: string): boolean {
  if (text.length > lengthMax || /[?#]/.test(text)) return false
  const decoded = decodeFully(text)
  return (
    /^\/(?!\/)/.test(text) && !decoded.startsWith('//') && isSafe(decoded) && !decoded.split('/').some(isDots)
  )
}

/** Decode escapes of ASCII characters until there are none: `%252e` is a dot for a server that decodes twice. */
function decodeFully(text: string): string {
  const decoded = text.replace(/%([0-7][0-9a-f])/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16))
  )
  return decoded === text ? text : decodeFully(decoded)
}

function isSafe(decoded: string): boolean {
  const unsafe = /[\\\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}]/u
  return !unsafe.test(decoded) && !unsafe.test(withLetters(decoded))
}

/** With the escapes of all other characters decoded too, where they are well-formed. */
function withLetters(decoded: string): string {
  try {
    return decodeURIComponent(decoded)
  } catch {
    return decoded
  }
}

/** `.` and `..`, also with what Windows drops from the end of a name. */
function isDots(segment: string): boolean {
  return /^\.[. ]*$/.test(segment)
}
