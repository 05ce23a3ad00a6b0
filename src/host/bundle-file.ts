import type {BuildOptions, Message} from 'esbuild'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {BundledFile, BundleTask} from '#src/model/bundled-file.ts'
import type {SourcePath} from '#src/model/source.ts'
import {assetSyntax, assetWarning, cannotLoadAsset} from './asset-messages.ts'
import {messagesOf, placeOfMessage} from './bundle-failure.ts'
import {loadEsbuild} from './load-esbuild.ts'
import {assetNamespace, type MetAssets, resolveAssets} from './resolve-assets.ts'
import type {SiteFolders} from './site-folders.ts'

/**
 * Bundle a style sheet or script with all that it imports.
 *
 * A script comes to a program that shares no names with others, or to a module where others load it by `import()`.
 *
 * Diagnostics: `host/asset-syntax`, `host/cannot-load-asset`, and the warning `host/asset-warning`. What has an error comes to an empty text.
 */
export async function bundleFile(folders: SiteFolders, task: BundleTask): Promise<BundledFile> {
  const met: MetAssets = {modules: new Set(), outside: undefined, folders: new Map(), vendored: new Set()}
  const plugin = resolveAssets(folders, task, met)
  try {
    const {outputFiles, warnings} = await loadEsbuild().build({
      ...settingsOf(task),
      entryPoints: [task.path],
      absWorkingDir: folders.root,
      plugins: [plugin]
    })
    const {outside} = met
    return {
      text: outputFiles?.[0]?.text ?? '',
      modules: [...met.modules].sort(),
      ...(met.vendored.size === 0 ? {} : {vendored: [...met.vendored].sort()}),
      diagnostics: warnings.map((message) => toDiagnostic(message, task.path, assetWarning)),
      ...(outside === undefined
        ? {}
        : {
            outside: {
              files: Object.fromEntries(outside.trace.files),
              names: Object.fromEntries(outside.trace.names),
              ...(met.folders.size === 0 ? {} : {folders: Object.fromEntries(met.folders)})
            }
          })
    }
  } catch (error) {
    const messages = messagesOf(error)
    if (messages === undefined) throw error
    const diagnostics = messages.map((message) => toDiagnostic(message, task.path, assetSyntax))
    return {text: '', modules: [], diagnostics}
  }
}

function settingsOf({isModule, isReadable}: BundleTask): BuildOptions & {readonly write: false} {
  return {
    bundle: true,
    write: false,
    // No file of this name is made: source maps ask for one.
    outdir: 'out',
    format: isModule ? 'esm' : 'iife',
    platform: 'browser',
    // Style sheets stay as they were written, but for what nobody reads.
    target: 'es2022',
    charset: 'utf8',
    minify: !isReadable,
    sourcemap: isReadable ? 'inline' : false,
    legalComments: 'inline',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    // A `tsconfig.json` is for the editor: it must not change a site's bytes.
    tsconfigRaw: '{}',
    logLevel: 'silent'
  }
}

type Constructor = typeof assetSyntax

function toDiagnostic(message: Message, entry: SourcePath, construct: Constructor): Diagnostic {
  const {location, text} = message
  const file = location === null ? entry : location.file.replace(`${assetNamespace}:`, '')
  const missing = /^Could not resolve "([^"]*)"/.exec(text)?.[1]
  const place = placeOfMessage(message)
  if (missing === undefined) return construct(file, place, text)
  const kind = /^[./]/.test(missing) ? 'file' : 'package'
  return cannotLoadAsset(file, place, `Expected the ${kind} \`${missing}\`, found none`)
}
