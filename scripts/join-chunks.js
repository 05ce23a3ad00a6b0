import {createHash} from 'node:crypto'
import {join, posix, relative} from 'node:path'
import {build} from 'esbuild'

/**
 * Join chunks that are loaded together. The bundler makes a chunk of what the same entries share, and with a hundred entries most of them are
 * tiny: Node takes longer to find the seventy of a build without a change than to run them.
 *
 * @param bundled
 *   What the bundler gave, which wrote nothing, and the folder that its paths start from.
 * @param output
 *   Absolute path of the folder for it.
 * @param groups
 *   By name, modules of the sources: what those of one import is joined, but for what an earlier group has.
 * @returns
 *   Texts of all files by absolute path.
 */
export async function joinChunks(bundled, output, groups) {
  const chunks = chunksOf(bundled, output)
  const places = choosePlaces(chunks, groups)
  const files = [...chunks].filter(([path, {entryPoint}]) => entryPoint !== undefined || !places.has(path))
  const joinedFiles = new Set([...places.values()].map(({file}) => file))
  const {outputFiles} = await build({
    entryPoints: [...files.map(([path]) => path), ...joinedFiles].map((path) => ({
      in: path,
      out: path.replace(/\.js$/, '')
    })),
    outdir: output,
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    legalComments: 'inline',
    logLevel: 'warning',
    // gray-matter has one, of which nothing is told where it lies in a package.
    logOverride: {'direct-eval': 'silent'},
    plugins: [{name: 'chunks', setup}]
  })
  const others = bundled.outputFiles.filter(({path}) => !path.endsWith('.js'))
  return new Map([...others, ...outputFiles].map(({path, text}) => [path, withSources(text)]))

  function setup({onResolve, onLoad}) {
    onResolve({filter: /./}, ({path, kind, importer, namespace}) => {
      if (joinedFiles.has(path)) return {path, namespace: 'joined'}
      if (kind === 'entry-point') return places.has(path) ? moved(path, path) : {path, namespace: 'chunk'}
      if (namespace === 'moved' || kind === 'dynamic-import') return {path, external: true}
      const target = posix.join(posix.dirname(importer), path)
      const place = path.startsWith('.') ? places.get(target) : undefined
      if (place === undefined) return {path, external: true}
      const isBeside = namespace === 'joined' || places.get(importer)?.file === place.file
      return isBeside ? {path: target, namespace: 'chunk'} : moved(target, importer)
    })
    onLoad({filter: /./, namespace: 'chunk'}, ({path}) => ({contents: chunks.get(path).text}))
    onLoad({filter: /./, namespace: 'joined'}, ({path: file}) => {
      const members = [...places].filter(([, place]) => place.file === file)
      const lines = members.map(([path, {suffix}]) => {
        const names = chunks.get(path).exports.map((name) => `${name} as ${name}${suffix}`)
        return `export {${names.join(', ')}} from '${seenFrom(file, path)}'`
      })
      return {contents: lines.join('\n')}
    })
    onLoad({filter: /./, namespace: 'moved'}, ({path, pluginData: importer}) => {
      const {file, suffix} = places.get(path)
      const names = chunks.get(path).exports.map((name) => `${name}${suffix} as ${name}`)
      return {contents: `export {${names.join(', ')}} from '${seenFrom(importer, file)}'`}
    })
  }

  /** What gives the exports of a chunk that is part of another file, as seen from the importer. */
  function moved(path, importer) {
    return {path, namespace: 'moved', suffix: `?${posix.dirname(importer)}`, pluginData: importer}
  }
}

function seenFrom(importer, path) {
  return `./${posix.relative(posix.dirname(importer), path)}`
}

/** Text, exports and imports of each chunk, by path from the output folder. */
function chunksOf({outputFiles, metafile, root}, output) {
  const texts = new Map(outputFiles.map(({path, text}) => [path, text]))
  const base = relative(root, output).replaceAll('\\', '/')
  const pathOf = (path) => posix.relative(base, path)
  return new Map(
    Object.entries(metafile.outputs)
      .filter(([path]) => path.endsWith('.js'))
      .map(([path, {exports, imports, entryPoint}]) => {
        const statements = imports.filter(({kind, external}) => kind === 'import-statement' && !external)
        const text = withMarks(texts.get(join(root, path)))
        return [pathOf(path), {text, exports, entryPoint, imports: statements.map(({path}) => pathOf(path))}]
      })
  )
}

/** Of each chunk that is joined with others, the file that it becomes a part of, and what its exports have behind their names there. */
function choosePlaces(chunks, groups) {
  const places = new Map()
  for (const [name, modules] of Object.entries(groups)) {
    const found = new Set(
      [...chunks].filter(([, {entryPoint}]) => modules.includes(entryPoint)).map(([path]) => path)
    )
    for (const path of found) for (const imported of chunks.get(path).imports) found.add(imported)
    // What is an entry of the package keeps its name.
    const members = [...found].filter((path) => path.includes('/') && !places.has(path))
    const hash = createHash('sha256').update(members.join('\n')).digest('hex').slice(0, 8).toUpperCase()
    for (const path of members) {
      places.set(path, {file: `chunks/${name}-${hash}.js`, suffix: `$${places.size}`})
    }
  }
  return places
}

/** Comments that tell where code is from, by which stacks and tests are read: as if of a license, they stay. */
function withMarks(text) {
  return text.replace(/^\/\/ (?=(?:src|node_modules|scripts)\/)/gm, '//! ')
}

function withSources(text) {
  return text.replace(/^\/\/! /gm, '// ').replace(/^\/\/ (?:chunk|joined|moved):.*\n/gm, '')
}
