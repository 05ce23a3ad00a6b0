/** Address of a site that is served: by name where only this machine, or any of its addresses, is listened at. */
export function urlOf(address: string, port: number, basePath: string): string {
  const isNamed = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(address)
  const host = isNamed ? 'localhost' : address.includes(':') ? `[${address}]` : address
  return `http://${host}:${port}${basePath}`
}
