import {mkdirSync, writeFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {type ThemeRecord, themeFiles, themeRecordName} from './built-theme.ts'
import {bundleWhole} from './bundle-code.ts'
import {absent} from './code-trace.ts'
import {moduleName} from './kept-code.ts'
import {isWithin} from './list-files.ts'
import {packageLabel} from './package-label.ts'
import {findTemplateFiles} from './template-files.ts'

/**
 * Bundle the built-in theme for `findBuiltTheme`. Throws when that is not possible.
 *
 * @param theme
 *   Absolute path of the theme.
 * @param output
 *   Absolute path of the folder to make.
 */
export async function buildTheme(theme: string, output: string): Promise<void> {
  mkdirSync(output, {recursive: true})
  // A site without anything, so that all is found in the theme.
  const folders = {root: output, theme}
  const paths = findTemplateFiles(folders).value.map(({absolute}) => absolute)
  const code = {purpose: 'theme' as const, files: paths}
  const {hashes, problems, packages, trace} = await bundleWhole(folders, code, join(output, moduleName))
  const files = themeFiles(theme)
  const [problem] = problems
  if (problem !== undefined) throw new Error(`${problem.file}: ${problem.cause}`)
  const imported = [...(trace?.files ?? [])].filter(
    ([file, hash]) => isWithin(file, theme) && hash !== absent
  )
  const isAll = trace !== undefined && imported.every(([file]) => relative(theme, file) in files)
  if (!isAll) throw new Error('Templates import assets, or changed while they were bundled')
  const record: ThemeRecord = {
    templates: paths.map((path, index) => [relative(theme, path), hashes[index] ?? '']),
    files,
    packages: Object.fromEntries(packages.map((specifier) => [specifier, packageLabel(specifier) ?? '']))
  }
  writeFileSync(join(output, themeRecordName), JSON.stringify(record))
}
