import {promisify} from 'node:util'
import {brotliCompress, constants, gzip} from 'node:zlib'
import type {Compressor} from '#src/model/compressor.ts'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** The compressor of Node, at its best: a file is compressed once and sent many times. */
export const compressor: Compressor = {
  version: `brotli ${process.versions['brotli']}, zlib ${process.versions['zlib']}`,
  async compress(bytes, encoding) {
    if (encoding === 'gzip') return zip(bytes, {level: constants.Z_BEST_COMPRESSION})
    return brotli(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength
      }
    })
  }
}
