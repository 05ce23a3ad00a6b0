/** The path of an address as files are named: hosts that send another file in place look it up so. */
export function decodedPath(address: string): string {
  const [path = ''] = address.split(/[?#]/)
  return path.replace(/%(?!24)[0-9a-f]{2}(?:%(?!24)[0-9a-f]{2})*/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes)
    } catch {
      return escapes
    }
  })
}
