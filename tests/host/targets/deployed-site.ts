import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {onTestFinished} from 'vitest'
import {deploySite} from '#src/deploy/carry-out.ts'
import {openDeployed} from '#src/deploy/deployed-site.ts'
import type {DeployPlan} from '#src/deploy/plan-deploy.ts'
import {servedAs} from '#src/deploy/served-as.ts'
import {listBuilt} from '#src/host/built-files.ts'
import {outputFolder} from '#src/host/output-folder.ts'
import {openTarget} from '#src/host/targets/open-target.ts'
import type {DeployConfig} from '#src/model/deploy-config.ts'
import type {DeployTarget} from '#src/model/deployment.ts'
import type {OutputPath} from '#src/model/route.ts'

/** Texts by path. */
export type Texts = Readonly<Record<string, string>>

/** A built site and a place beside it, gone when the test is. */
export interface BuiltSite {
  readonly folder: string
  /** Of the site; it is built in `dist/`. */
  readonly root: string
  /** Replace all that was built. */
  readonly build: (files: Texts) => void
  readonly open: (settings: DeployConfig) => Promise<DeployTarget>
  /** Deploy as the command does, without waiting. Returns what was done as lines. */
  readonly deploy: (settings: DeployConfig, options?: DeployChanges) => Promise<ReadonlyArray<string>>
  /** What was deployed last, as a comparison sees it. */
  readonly deployed: (settings: DeployConfig) => Promise<Texts>
}

/** What a test changes about a deploy. */
export interface DeployChanges {
  readonly clean?: boolean
  /** Stand between the deploy and its target. */
  readonly around?: (target: DeployTarget) => DeployTarget
  readonly onNotice?: (text: string) => void
}

export function builtSite(files: Texts): BuiltSite {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'galley-test-')))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  const root = join(folder, 'site')
  const output = join(root, 'dist')
  const built = outputFolder(output)
  const site: BuiltSite = {
    folder,
    root,
    build(texts) {
      rmSync(output, {recursive: true, force: true})
      writeTexts(output, texts)
    },
    open: (settings) => openTarget(settings, {root, output, built, servedAs, home: join(folder, 'home')}),
    async deploy(
      settings,
      {
        clean = false,
        around = (target: DeployTarget): DeployTarget => target,
        onNotice = () => undefined
      } = {}
    ) {
      const target = around(await site.open(settings))
      const options = {files: listBuilt(built), target, clean, mayShrink: false, pause: async () => undefined}
      try {
        return linesOf(await deploySite({...options, onNotice, onProgress: () => undefined}))
      } finally {
        target.close()
      }
    },
    async deployed(settings) {
      const target = await site.open(settings)
      const read = (path: string): Uint8Array => built.read(path as OutputPath) ?? new Uint8Array()
      try {
        const deployed = await openDeployed(target, listBuilt(built), read)
        const texts = deployed.paths.map((path) => [path, new TextDecoder().decode(deployed.read(path))])
        return Object.fromEntries(texts)
      } finally {
        target.close()
      }
    }
  }
  site.build(files)
  return site
}

function linesOf({obstacles, passes, removals}: DeployPlan): ReadonlyArray<string> {
  return [
    ...obstacles.map((path) => `make room ${path}`),
    ...passes.flatMap((pass) => pass.files.map(({file, change}) => `${change} ${file.path}`)),
    ...removals.map((path) => `remove ${path}`)
  ]
}

export function writeTexts(folder: string, texts: Texts): void {
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), text)
  }
}

/** All files of a folder but the record, with their texts. */
export function readTexts(folder: string): Texts {
  const paths = readdirSync(folder, {recursive: true, encoding: 'utf8'}).sort()
  return Object.fromEntries(
    paths
      .filter((path) => statSync(join(folder, path)).isFile() && path !== '.galley-deploy.json')
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')])
  )
}
