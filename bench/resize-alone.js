import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {availableParallelism} from 'node:os'
import {join} from 'node:path'
import sharp from 'sharp'

/*
 * Makes once more what a site of `photographs.js` has in `dist/sized/`, which is the current folder, as Galley does and with nothing around it: each file from its photograph, as many at
 * once as there are processors.
 */

sharp.concurrency(1)
sharp.cache(false)

/** What the configuration has by default. */
const settings = {
  avif: {quality: 55, effort: 2},
  webp: {quality: 78, effort: 4},
  jpg: {quality: 80, mozjpeg: true}
}

const photographs = new Map(
  readdirSync('content', {recursive: true})
    .filter((path) => path.endsWith('.jpg'))
    .map((path) => [path.split(/[/\\]/).at(-1).replace('.jpg', ''), join('content', path)])
)
const wanted = readdirSync('dist/sized').values()
await Promise.all(Array.from({length: availableParallelism()}, work))

async function work() {
  for (const name of wanted) {
    const [, number, width, format] = /^(.+)-(\d+)-[^-]+\.(\w+)$/.exec(name)
    const bytes = await sharp(readFileSync(photographs.get(number)), {autoOrient: true})
      .resize(Number(width))
      .toFormat(format === 'jpg' ? 'jpeg' : format, settings[format])
      .toBuffer()
    writeFileSync(`alone-${name}`, bytes)
  }
}
