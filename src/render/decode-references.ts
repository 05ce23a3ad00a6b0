/** The value of an attribute in finished HTML: what the two writers of HTML escape there is decoded. */
export function decodeReferences(value: string): string {
  if (!value.includes('&')) return value
  return value
    .replace(/&(?:quot|#x22|#34);/g, '"')
    .replace(/&(?:lt|#x3c);/gi, '<')
    .replace(/&(?:amp|#x26|#38);/g, '&')
}
