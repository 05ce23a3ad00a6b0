import type {Host} from '#src/model/host.ts'
import type {SourcePath} from '#src/model/source.ts'

/** Files of code that the site itself has: its configuration, and what lies in its `templates/`. */
export async function ownCode(host: Host, environment: string): Promise<ReadonlyArray<SourcePath>> {
  const {file} = (await host.loadConfig(environment)).value
  const listed = (await host.list('templates')).value.map(({path}) => path)
  const code = listed.filter((path) => /\.[cm]?[jt]sx?$/.test(path) && !path.startsWith('templates/assets/'))
  // The built-in theme's are listed among them.
  const own = await Promise.all(code.map(async (path) => (await host.locate(path)).kind === 'file'))
  return [...(file === undefined ? [] : [file as SourcePath]), ...code.filter((_, index) => own[index])]
}
