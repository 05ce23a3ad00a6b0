import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'

/*
 * Reads all files of one folder, and writes as many files with as many bytes as a build does, with no work between.
 * `node copy-bytes.js SOURCES OUTPUT SIZES.json`
 */

const [sources, output, sizesFile] = process.argv.slice(2)

for (const entry of readdirSync(sources, {recursive: true, withFileTypes: true})) {
  if (entry.isFile()) readFileSync(join(entry.parentPath, entry.name))
}

const made = new Set()
for (const [path, size] of JSON.parse(readFileSync(sizesFile, 'utf8'))) {
  const file = join(output, path)
  const folder = dirname(file)
  if (!made.has(folder)) mkdirSync(folder, {recursive: true})
  made.add(folder)
  writeFileSync(file, Buffer.alloc(size, 'x'))
}
