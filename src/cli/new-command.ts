import {existsSync, readFileSync} from 'node:fs'
import {dirname, join, posix, relative, resolve, sep} from 'node:path'
import {checkConfig} from '#src/config/check-config.ts'
import {nodeHost} from '#src/host/node-host.ts'
import {isMarkdownPath} from '#src/model/source.ts'
import {dayOf} from '#src/site/day-of.ts'
import {fillArchetype, plainArchetype, titleOf} from './archetype.ts'
import {exitStatus} from './exit-status.ts'
import type {Outside} from './main.ts'
import type {NewArguments} from './parse-new-arguments.ts'
import {writeNewFile} from './write-new-file.ts'

/** Run `galley new`: write an article that is not there yet. Returns the exit status. */
export async function newCommand(
  {folder, path, title}: NewArguments,
  {terminal, themeFolder, state}: Outside
): Promise<number> {
  const root = resolve(folder)
  const file = resolve(root, 'content', sourceOf(path))
  const name = relative(join(root, 'content'), file).split(sep).join('/')
  if (name.startsWith('../') || name.split('/').some((part) => part.startsWith('.'))) {
    terminal.stderr.write(`Expected a path below \`content/\`, found \`${path}\`\n`)
    return exitStatus.wrongUsage
  }
  if (!existsSync(root)) {
    terminal.stderr.write(`Expected the folder of a site, found no folder \`${folder}\`\n`)
    return exitStatus.wrongUsage
  }
  const list = listingAt(file)
  if (list !== undefined) {
    const text = relative('.', list)
    terminal.stderr.write(
      `Expected a path that is free, found \`${path}\`, whose address has the list of \`${text}\`\n  hint: \`galley new ${dirname(relative(join(root, 'content'), list))}/NAME\` begins an article in it\n`
    )
    return exitStatus.wrongUsage
  }
  const slug = slugOf(name)
  const section = name.includes('/') ? (name.split('/')[0] ?? '') : ''
  const host = nodeHost({root, output: join(root, 'dist'), theme: themeFolder, version: state})
  const shown = relative('.', file)
  const isThere = (): number => {
    terminal.stderr.write(`There is \`${shown}\` already: nothing was written\n`)
    return exitStatus.wrongUsage
  }
  // Before anything is asked.
  if (existsSync(file)) return isThere()
  const proposed = titleOf(slug)
  const text = fillArchetype(archetypeFor(root, section), {
    title: title ?? (await terminal.ask?.('Title', proposed)) ?? proposed,
    date: dayOf(host.now(), await loadTimeZone()),
    slug,
    section
  })
  if (!writeNewFile(file, text)) return isThere()
  terminal.stdout.write(`${shown}\n`)
  return exitStatus.done

  async function loadTimeZone(): Promise<string> {
    const environment = 'development'
    const loaded = await host.loadConfig(environment)
    const options = {environment, drafts: true, future: true, expired: true}
    const {value} = await checkConfig(loaded.value, options)
    return value.site.timeZone
  }
}

/** The text of the list that has the address of an article: `articles/_index.md` for `articles.md` and `articles/index.md`. */
function listingAt(file: string): string | undefined {
  const folder = file.replace(/(?:[/\\]index)?\.[a-z]+$/i, '')
  return ['_index.md', '_index.markdown'].map((name) => join(folder, name)).find((text) => existsSync(text))
}

/** A file for the path of a page; a bundle for one that ends with a slash. */
function sourceOf(path: string): string {
  const inContent = path.replace(/^content\//, '')
  if (inContent.endsWith('/')) return `${inContent}index.md`
  return isMarkdownPath(inContent) ? inContent : `${inContent}.md`
}

/** What the address of a page ends with: the name of its file, or of the folder of a bundle. */
function slugOf(file: string): string {
  const {dir, name} = posix.parse(file)
  return name === 'index' && dir !== '' ? posix.basename(dir) : name
}

/** That of the section, else that of the site, else Galley's own. */
function archetypeFor(root: string, section: string): string {
  for (const name of [section, 'default']) {
    try {
      if (name !== '') return readFileSync(join(root, 'archetypes', `${name}.md`), 'utf8')
    } catch {
      // There is none.
    }
  }
  return plainArchetype
}
