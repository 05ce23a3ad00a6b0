import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import sharp from 'sharp'
import {randomFrom} from './articles/random.js'
import {measureBuild, measureProcess} from './measure-build.js'
import {galley} from './systems/galley.js'

/*
 * Measures a site of photographs, ten to an article, with `images: true`: cold, after no change, after one was replaced, and after `dist/` was lost; and beside it
 * what sharp alone takes for the same files, in a process that does nothing else:
 * `npm run bench:photographs -- [--photographs 1000] [--megapixels 12]`.
 */

const {values} = parseArgs({
  options: {photographs: {type: 'string', default: '1000'}, megapixels: {type: 'string', default: '12'}}
})
const count = Number(values.photographs)
const height = Math.round(Math.sqrt((Number(values.megapixels) * 1e6 * 3) / 4))
const large = {width: Math.round((height * 4) / 3), height}
const perArticle = 10
const resizeAlone = fileURLToPath(new URL('./resize-alone.js', import.meta.url))
const root = mkdtempSync(join(tmpdir(), 'galley-photographs-'))
const site = {system: galley, highlight: false, folder: join(root, 'site')}

try {
  mkdirSync(site.folder)
  writeFileSync(
    join(site.folder, 'galley.config.json'),
    '{"title": "Photographs", "images": true, "budgets": {"image": 100000000}}'
  )
  for (let number = 0; number < count; number++) await place(number, number)
  console.log('scenario | s | processor s | MB')
  await measure('cold')
  tell('sharp alone', await measureProcess(site, {command: process.execPath, arguments: [resizeAlone]}))
  await measure('no change')
  await place(0, count)
  await measure('one replaced')
  rmSync(join(site.folder, 'dist'), {recursive: true})
  await measure('output lost')
} finally {
  rmSync(root, {recursive: true})
}

async function measure(name) {
  tell(name, await measureBuild(site))
}

function tell(name, {seconds, cpuSeconds = 0, megabytes = 0}) {
  console.log(`${name} | ${seconds.toFixed(2)} | ${cpuSeconds.toFixed(2)} | ${megabytes.toFixed(0)}`)
}

/** Lay a photograph into its article. */
async function place(number, seed) {
  const album = Math.floor(number / perArticle)
  const folder = join(site.folder, 'content', 'albums', String(album))
  mkdirSync(folder, {recursive: true})
  writeFileSync(join(folder, `${number}.jpg`), await photograph(seed))
  const shown = Array.from(
    {length: perArticle},
    (_, index) => `![A view](${album * perArticle + index}.jpg)\n`
  )
  writeFileSync(
    join(folder, 'index.md'),
    `---\ntitle: Album ${album}\ndate: 2024-01-01\n---\n\n${shown.join('\n')}`
  )
}

/** As phones make them: large soft shapes, and the grain of a sensor. */
async function photograph(seed) {
  const random = randomFrom(seed)
  const soft = {width: 16, height: 12, channels: 3}
  const pixels = Uint8Array.from({length: soft.width * soft.height * soft.channels}, () => random() * 256)
  const grain = Uint8Array.from({length: 1000 * 750}, () => 112 + random() * 32)
  const shapes = await sharp(pixels, {raw: soft})
    .resize({...large, kernel: 'cubic', fit: 'fill'})
    .raw()
    .toBuffer()
  const noise = await sharp(grain, {raw: {width: 1000, height: 750, channels: 1}})
    .resize({...large, kernel: 'nearest'})
    .toColourspace('srgb')
    .png({compressionLevel: 0})
    .toBuffer()
  return sharp(shapes, {raw: {...large, channels: 3}})
    .composite([{input: noise, blend: 'soft-light'}])
    .jpeg({quality: 88})
    .withExif({IFD3: {GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1'}})
    .toBuffer()
}
