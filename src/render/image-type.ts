/** MIME types by the extension of a file. */
const types: ReadonlyMap<string, string> = new Map([
  ['avif', 'image/avif'],
  ['gif', 'image/gif'],
  ['ico', 'image/x-icon'],
  ['jpeg', 'image/jpeg'],
  ['jpg', 'image/jpeg'],
  ['png', 'image/png'],
  ['svg', 'image/svg+xml'],
  ['webp', 'image/webp']
])

/** MIME type of an image file; `undefined` for other files. */
export function imageType(path: string): string | undefined {
  return types.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase())
}
