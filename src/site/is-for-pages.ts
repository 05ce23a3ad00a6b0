import type {SourcePath} from '#src/model/source.ts'

/**
 * Whether a copied file is there for the pages of the site. What lies beside articles is; of `public/` and `templates/assets/` what pages are made of,
 * since anything else may be asked for from elsewhere: documents, data, and what programs look for at the root.
 */
export function isForPages(file: SourcePath): boolean {
  if (file.startsWith('content/')) return true
  return /^(?:public|templates\/assets)\//.test(file) && partOfPage.test(file) && !isLookedFor.test(file)
}

const partOfPage =
  /\.(?:avif|bmp|css|eot|gif|jpe?g|mjs|js|m4a|m4v|mp3|mp4|ogg|otf|png|svg|tiff?|ttf|wasm|wav|webm|webp|woff2?)$/i

/** Icons, workers, and folders of conventions, whose addresses nobody has to be told. */
const isLookedFor =
  /\/\.well-known\/|^public\/(?:[^/]*icon[^/]*|android-chrome[^/]*|mstile[^/]*|[^/]*worker[^/]*|sw\.m?js)$/i
