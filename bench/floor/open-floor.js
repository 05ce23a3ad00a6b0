import {readdirSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {join, relative} from 'node:path'

/**
 * What reading and writing alone costs: a site whose build reads another site's articles, and writes files of the sizes that its
 * output has.
 *
 * @param {string} folder
 *   For its output.
 * @param model
 *   A built site.
 */
export function openFloor(folder, model) {
  const output = join(model.folder, model.system.output)
  const sizes = readdirSync(output, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = join(entry.parentPath, entry.name)
      return [relative(output, file), statSync(file).size]
    })
  const sizesFile = `${folder}.json`
  writeFileSync(sizesFile, JSON.stringify(sizes))
  const arguments_ = [
    join(import.meta.dirname, 'copy-bytes.js'),
    join(model.folder, 'content'),
    folder,
    sizesFile
  ]
  return {
    folder: model.folder,
    highlight: false,
    system: {
      name: 'floor',
      scenarios: ['cold'],
      build: () => ({command: process.execPath, arguments: arguments_})
    },
    forget: () => rmSync(folder, {recursive: true, force: true}),
    check: () => undefined
  }
}
