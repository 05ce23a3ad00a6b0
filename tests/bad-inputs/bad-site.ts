import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import type {DiagnosticJson} from '#src/diagnostics/to-json.ts'
import type {BundledCommand} from '../incremental/bundled-command.ts'

/** Files by path from the folder of the site. */
export type SiteFiles = Readonly<Record<string, string | Uint8Array>>

/** A problem that was told, as far as it is looked at. */
export interface Told {
  readonly file: string
  /** `file:line:column severity code`. */
  readonly line: string
  /** Reason and hint. */
  readonly text: string
}

/** What a build came to. */
export interface BuiltSite {
  /** Absent when it was killed. */
  readonly status: number | undefined
  readonly stderr: string
  /** Without hints. */
  readonly told: ReadonlyArray<Told>
}

/** A site on disk, alone in a folder. */
export interface BadSite {
  readonly root: string
  readonly write: (files: SiteFiles) => void
  readonly remove: (path: string) => void
  /** Run the command on it. */
  readonly build: (options: ReadonlyArray<string>) => Promise<BuiltSite>
  /** Text of a file in `dist/`; `undefined` when it is not there. */
  readonly built: (path: string) => string | undefined
  /** All files in `dist/`, by path. */
  readonly output: () => ReadonlyMap<string, string>
  /** Every path in the folder around the site, but for those in `dist/` and the store. */
  readonly surroundings: () => ReadonlyArray<string>
  readonly close: () => void
}

const goodFiles: SiteFiles = {
  'galley.config.ts':
    "export default {title: 'Notes', baseUrl: 'https://example.org/', markdown: {math: true}}\n",
  'content/good.md': '---\ntitle: Good\ndate: 2024-05-01\n---\nSee [the first](articles/first.md).\n',
  'content/articles/first.md': '---\ntitle: First\ntags: [type]\n---\n## Part\n\nText.\n',
  'public/robots.txt': 'User-agent: *\n'
}

/** A build takes a fraction of a second: what takes as long as this hangs. */
const hangMs = 60_000

/** A good site, built. */
export async function openGoodSite(command: BundledCommand): Promise<BadSite> {
  const site = siteIn(command, newFolder())
  site.write(goodFiles)
  const {status, told, stderr} = await site.build([])
  if (status !== 0) throw new Error(`Expected a good site, found ${JSON.stringify(told)} ${stderr}`)
  return site
}

/** The same site with what was built of it, in another folder. */
export function copySite(command: BundledCommand, {root}: BadSite): BadSite {
  const around = newFolder()
  cpSync(root, join(around, 'site'), {recursive: true, preserveTimestamps: true})
  return siteIn(command, around)
}

function newFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'galley-test-')))
}

function siteIn(command: BundledCommand, around: string): BadSite {
  const root = join(around, 'site')
  return {
    root,
    write(files) {
      for (const [path, content] of Object.entries(files)) {
        const file = join(root, path)
        mkdirSync(dirname(file), {recursive: true})
        writeFileSync(file, content)
      }
    },
    remove: (path) => rmSync(join(root, path), {recursive: true}),
    async build(options) {
      const {child, ended} = command.start({argv: ['build', root, '--json', ...options]})
      const guard = setTimeout(() => child.kill('SIGKILL'), hangMs)
      const {status, stdout, stderr} = await ended.finally(() => clearTimeout(guard))
      const problems: ReadonlyArray<DiagnosticJson> = stdout === '' ? [] : JSON.parse(stdout).diagnostics
      return {status, stderr, told: problems.filter(({severity}) => severity !== 'hint').map(toTold)}
    },
    built: (path) => readIfPresent(join(root, 'dist', path)),
    output() {
      const paths = pathsBelow(join(root, 'dist'))
      return new Map(paths.map((path) => [path, readIfPresent(join(root, 'dist', path)) ?? '']))
    },
    surroundings: () => pathsBelow(around).filter((path) => !/^site\/(?:dist|\.galley)(?:\/|$)/.test(path)),
    close: () => rmSync(around, {recursive: true, force: true})
  }
}

function toTold({file, line, column, severity, code, reason, hint = ''}: DiagnosticJson): Told {
  const spot = line === undefined ? file : `${file}:${line}:${column}`
  return {file, line: `${spot} ${severity} ${code}`, text: `${reason}\n${hint}`}
}

/** Of folders too. Links are not followed. */
function pathsBelow(folder: string): ReadonlyArray<string> {
  return readdirSync(folder, {withFileTypes: true}).flatMap((entry) => {
    const below = entry.isDirectory() ? pathsBelow(join(folder, entry.name)) : []
    return [entry.name, ...below.map((path) => `${entry.name}/${path}`)]
  })
}

function readIfPresent(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
