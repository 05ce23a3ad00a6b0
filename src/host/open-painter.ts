import {Buffer} from 'node:buffer'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Font} from 'satori'
import {type Painter, socialImageSize} from '#src/model/drawing.ts'

/** Those that Galley's own fonts have. */
const weights = [500, 700] as const

/** Stands for an emoji, which fonts of one color do not have: nothing. */
const nothing = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>')}`

/**
 * A painter with satori, which lays out, and resvg, which paints in a thread of its own.
 *
 * The packages are loaded with the first drawing: most sites do not have them.
 *
 * @param folder
 *   Of Galley's own fonts, absolute; `undefined` for none.
 */
export function openPainter(folder: string | undefined): Painter {
  let own: ReadonlyArray<Font> | undefined
  return async (drawing, given) => {
    const [{default: satori}, {renderAsync}] = await Promise.all([
      import('satori'),
      import('@resvg/resvg-js')
    ])
    own ??= folder === undefined ? [] : readFonts(folder)
    const missing = new Set<string>()
    // satori takes any tree of elements for one of React.
    const svg = await satori(drawing as never, {
      ...socialImageSize,
      fonts: [...given.flatMap(toFonts), ...own],
      async loadAdditionalAsset(language, text) {
        if (language === 'emoji') return nothing
        for (const character of text) missing.add(character)
        return []
      }
    })
    const image = await renderAsync(svg, {font: {loadSystemFonts: false}})
    return {bytes: image.asPng(), missing: [...missing].sort().join('')}
  }
}

/** One file stands for all weights. */
function toFonts(bytes: Uint8Array, index: number): ReadonlyArray<Font> {
  const data = Buffer.from(bytes)
  return weights.map((weight) => ({name: `given ${index}`, data, weight}))
}

/** Each script of the font lies in a file of its own, `inter-greek-700-normal.woff`: what Latin lacks is looked for in the others. */
function readFonts(folder: string): ReadonlyArray<Font> {
  return readdirSync(folder)
    .sort((a, b) => Number(b.includes('-latin-')) - Number(a.includes('-latin-')) || (a < b ? -1 : 1))
    .flatMap((file) => {
      const [, name, weight] = /^(.+)-(\d+)-normal\.woff$/.exec(file) ?? []
      const known = weights.find((one) => String(one) === weight)
      if (name === undefined || known === undefined) return []
      return [{name, data: readFileSync(join(folder, file)), weight: known}]
    })
}
