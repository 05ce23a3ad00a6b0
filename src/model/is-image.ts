/** Whether a file is an image of a kind that browsers show, by its name. */
export function isImage(path: string): boolean {
  return /\.(?:avif|bmp|gif|jpe?g|png|svg|tiff?|webp)$/i.test(path)
}
