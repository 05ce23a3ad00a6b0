import {createRequire} from 'node:module'

/**
 * The bundler, which is loaded only when there is something to bundle. Not by `import`: looking for the exports of its CommonJS
 * module took four times as long as loading it.
 */
export function loadEsbuild(): typeof import('esbuild') {
  return createRequire(import.meta.url)('esbuild')
}
