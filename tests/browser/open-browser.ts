import {existsSync} from 'node:fs'
import bundled from '@sparticuz/chromium'
import {type Browser, chromium} from 'playwright-core'

/** Where systems have Chromium or Chrome. */
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where this system has a browser of its own. */
export function installedBrowser(): string | undefined {
  return [process.env['CHROME_PATH'] ?? '', ...places].find((path) => existsSync(path))
}

/** All in one process, as that package has it, the browser ends with the first profile that is closed. */
const args = bundled.args.filter((argument) => argument !== '--single-process')

/**
 * A browser: that of the system, else the one that a package brings, which runs on Linux alone. `undefined` where there is none; in CI
 * that is an error.
 */
export async function openBrowser(): Promise<Browser | undefined> {
  const installed = installedBrowser()
  try {
    if (installed !== undefined) {
      return await chromium.launch({executablePath: installed, args: ['--no-sandbox']})
    }
    return await chromium.launch({executablePath: await bundled.executablePath(), args})
  } catch (problem) {
    if (process.env['CI'] !== undefined) throw problem
    console.warn(`No browser starts here: tests in a browser are skipped (${String(problem).split('\n')[0]})`)
    return undefined
  }
}
