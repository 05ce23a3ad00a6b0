/** A path's last name without its ending, in letters that every place of an address may hold; empty where nothing is left. */
export function plainName(path: string): string {
  return path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.[^.]*$/, '')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
}

/** The first ten letters and digits of a hash, lower case: enough to tell apart all that one name ever held. */
export function shortHash(hash: string): string {
  return hash
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 10)
}
