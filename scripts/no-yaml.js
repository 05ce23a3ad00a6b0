/*
 * Takes the place of `js-yaml` in the bundle: gray-matter looks it up when it is loaded, and Galley gives it engines of its
 * own for every language.
 */

/** Never called. */
export function safeLoad() {
  throw new Error('gray-matter called its own YAML parser')
}

/** Never called. */
export function safeDump() {
  throw new Error('gray-matter called its own YAML writer')
}
