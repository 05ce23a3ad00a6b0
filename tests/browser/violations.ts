import {createRequire} from 'node:module'
import type {AxeResults} from 'axe-core'
import type {Page} from 'playwright-core'

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What axe finds, by rule and place. */
export async function violationsOf(page: Page): Promise<ReadonlyArray<string>> {
  await page.addScriptTag({path: axePath})
  const {violations} = await page.evaluate<AxeResults>('axe.run()')
  return violations.flatMap(({id, nodes}) => nodes.map(({target}) => `${id}: ${target.join(' ')}`))
}
