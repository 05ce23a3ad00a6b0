import {existsSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {isError} from '#src/diagnostics/is-error.ts'
import {replaceFile} from '#src/host/replace-file.ts'
import {recordedUrlsFile} from '#src/model/loaded-config.ts'
import {writeUrls} from '#src/site/recorded-urls.ts'
import {exitStatus} from './exit-status.ts'
import type {Outside} from './main.ts'
import {openForReading} from './open-for-reading.ts'
import type {UrlsArguments} from './parse-address-arguments.ts'
import {problemsText} from './problems-text.ts'

/** Run `galley urls`. Returns the exit status. */
export async function urlsCommand({folder, write, json}: UrlsArguments, outside: Outside): Promise<number> {
  const {stdout, stderr} = outside.terminal
  // What readers see: a draft is no promise.
  const included = {environment: 'production', drafts: false, future: false, expired: false}
  const {host, site} = openForReading(folder, included, outside)
  const state = await site.renewWhole()
  const urls = state.urls()
  const errors = state.diagnostics().filter(isError)
  host.store.release()
  if (!write) {
    const addresses = urls.map(({path}) => `${path}\n`).join('')
    stdout.write(json ? `${JSON.stringify(urls, undefined, 2)}\n` : addresses)
    return exitStatus.done
  }
  if (errors.length > 0) {
    // What has errors is left out, and would be given up.
    stderr.write(await problemsText(errors, stderr, host))
    stderr.write(
      `Expected a site without errors, to record its addresses: ${recordedUrlsFile} is as it was\n`
    )
    return exitStatus.siteErrors
  }
  const text = writeUrls(urls)
  stdout.write(`${recordIn(join(resolve(folder), recordedUrlsFile), text)}\n`)
  return exitStatus.done
}

/** Write what is recorded, unless it is there. Returns what that came to, in one line. */
function recordIn(file: string, text: string): string {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : ''
  if (before !== text) replaceFile(file, [text])
  const [old, recorded] = [linesOf(before), linesOf(text)]
  const added = [...recorded].filter((line) => !old.has(line)).length
  const removed = [...old].filter((line) => !recorded.has(line)).length
  return `${recordedUrlsFile} has ${recorded.size} addresses and headings: ${added} new, ${removed} given up`
}

function linesOf(text: string): ReadonlySet<string> {
  return new Set(text.split('\n').filter((line) => line.startsWith('/')))
}
