import {existsSync, statSync} from 'node:fs'
import {basename, dirname, join, relative, resolve, sep} from 'node:path'
import {nodeHost} from '#src/host/node-host.ts'
import {dayOf} from '#src/site/day-of.ts'
import {titleOf} from './archetype.ts'
import {exitStatus} from './exit-status.ts'
import type {Outside} from './main.ts'
import type {InitArguments} from './parse-new-arguments.ts'
import {starterSite} from './starter-site.ts'
import {writeNewFile} from './write-new-file.ts'

/** Run `galley init`: write a site that builds, where none is. Returns the exit status. */
export async function initCommand(
  {folder, title}: InitArguments,
  {terminal, themeFolder, state, version}: Outside
): Promise<number> {
  const {stdout, stderr, ask} = terminal
  const root = resolve(folder)
  if (statSync(root, {throwIfNoEntry: false})?.isDirectory() === false) {
    stderr.write(`Expected a folder, found a file: \`${folder}\`\n`)
    return exitStatus.wrongUsage
  }
  const taken = marks.filter((path) => existsSync(join(root, path)))
  if (taken.length > 0) {
    const list = taken.map((path) => `\`${path}\``).join(', ')
    stderr.write(
      `There is ${list} already: nothing was written. Name another folder: \`galley init my-site\`\n`
    )
    return exitStatus.wrongUsage
  }
  const proposed = titleOf(basename(root))
  const files = starterSite({
    title: title ?? (await ask?.('Title of the site', proposed)) ?? proposed,
    packageName: packageNameOf(basename(root)),
    date: dayOf(
      nodeHost({root, output: join(root, 'dist'), theme: themeFolder, version: state}).now(),
      'UTC'
    ),
    galley: dependencyOn(dirname(themeFolder), root, version)
  })
  const isPackage = existsSync(join(root, 'package.json'))
  for (const [path, text] of Object.entries(files)) {
    if (writeNewFile(join(root, path), text)) stdout.write(`${relative('.', join(root, path))}\n`)
  }
  const way = relative('.', root)
  const enter = way === '' ? '' : `cd ${/^[\w./-]+$/.test(way) ? way : JSON.stringify(way)} && `
  stdout.write(`\nNext: ${enter}${isPackage ? 'npx galley dev' : 'npm install && npm run dev'}\n`)
  return exitStatus.done
}

/** What says that there is a site already. Other files may be there, such as a `package.json`, and stay as they are. */
const marks = ['content', 'galley.config.ts']

/** How a site depends on this program: by its version, or where it is a checkout by its folder. */
function dependencyOn(program: string, root: string, version: string): string {
  return program.split(sep).includes('node_modules')
    ? `^${version}`
    : `file:${relative(root, program).replaceAll(sep, '/')}`
}

/** A name that npm takes. */
function packageNameOf(name: string): string {
  const plain = name.toLowerCase().replace(/[^a-z\d]+/g, '-')
  return plain.replace(/^-|-$/g, '') || 'site'
}
