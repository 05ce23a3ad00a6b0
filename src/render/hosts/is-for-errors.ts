/** Whether a header is sent with errors, too. How long a file may be kept says nothing of an answer that there is none: that would be kept for as long. */
export function isForErrors(name: string): boolean {
  return name.toLowerCase() !== 'cache-control'
}
