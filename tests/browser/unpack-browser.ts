import bundled from '@sparticuz/chromium'
import {installedBrowser} from './open-browser.ts'

/** Unpack the browser that a package brings, before two files of tests do it at once. */
export async function setup(): Promise<void> {
  if (installedBrowser() === undefined) await bundled.executablePath().catch(() => undefined)
}
