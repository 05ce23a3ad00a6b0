import {writeFileSync} from 'node:fs'
import {resolve} from 'node:path'
import type {SiteState, Unrelated} from '#src/build/site-state.ts'
import {judgeSite} from '#src/related/judge-site.ts'
import type {RelatedSite} from '#src/related/relate-articles.ts'
import {exitStatus} from './exit-status.ts'
import {namesOfFile} from './file-names.ts'
import type {Outside} from './main.ts'
import {openForReading} from './open-for-reading.ts'
import type {RelatedArguments} from './parse-related-arguments.ts'
import {reportPage} from './related-page.ts'
import {describeMatches, matchesText, reportText} from './related-text.ts'

/** Run `galley related`. Returns the exit status. */
export async function relatedCommand(
  {article, folder, html, json}: RelatedArguments,
  outside: Outside
): Promise<number> {
  const {terminal} = outside
  const root = resolve(folder)
  // What readers see, so that the figures are those of the published site.
  const included = {environment: 'production', drafts: false, future: false, expired: false}
  const {host, site} = openForReading(root, included, outside)
  const opened = await site.renewWhole()
  const related = opened.related()
  host.store.release()
  if (typeof related === 'string') return refuse(refusals[related])
  if (article !== undefined) return tellMatches(opened, related, article)
  const judgment = judgeSite(related)
  if (html !== undefined) writeFileSync(resolve(html), reportPage(judgment))
  print(judgment, reportText(judgment))
  return exitStatus.done

  function tellMatches(opened: SiteState, related: RelatedSite, wanted: string): number {
    const pages = opened.pages()
    const names = new Set([`/${wanted.replace(/^\/|\/$/g, '')}/`, ...namesOfFile(root, wanted)])
    const page = pages.find(({source, path}) => names.has(source) || names.has(path))
    const found = related.articles.find(({article}) => article.source === page?.source)
    if (found === undefined)
      return refuse(`Expected an article that readers see in a section, found \`${wanted}\``)
    const titles = new Map<string, string>(pages.map(({source, title}) => [source, title]))
    const told = describeMatches(related, found, (source) => titles.get(source) ?? source)
    print(told, matchesText(told))
    return exitStatus.done
  }

  function print(data: unknown, text: string): void {
    terminal.stdout.write(json ? `${JSON.stringify(data, undefined, 2)}\n` : text)
  }

  function refuse(reason: string): number {
    terminal.stderr.write(`${reason}\n`)
    return exitStatus.wrongUsage
  }
}

const refusals: Readonly<Record<Unrelated, string>> = {
  unwanted: 'Expected `related` in the configuration, found `false`',
  'too many': 'Expected no more sources than `related.articlesMax` in the configuration, found more'
}
