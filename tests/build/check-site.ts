import {expect} from 'vitest'
import type {BuildOptions} from '#src/build/build.ts'
import {buildSite} from './check-build.ts'

/** A site, and what is to come of it. */
export interface SiteCase {
  readonly site: string
  readonly config?: unknown
  readonly options?: Partial<BuildOptions>
  /** Texts that files have, by output path. */
  readonly has?: Readonly<Record<string, string | ReadonlyArray<string>>>
  /** Output paths that there are not. */
  readonly absent?: ReadonlyArray<string>
  /** Words that no file has. */
  readonly lacks?: ReadonlyArray<string>
  /** Errors and warnings, each `file:line:column severity code`, without the reason. Default: none. */
  readonly problems?: ReadonlyArray<string>
  /** Hints likewise. Default: any, since sites of tests are as short as they can be. */
  readonly hints?: ReadonlyArray<string>
}

/** Build a site and compare. */
export async function checkSite({site, config, options, ...expected}: SiteCase): Promise<void> {
  const {has = {}, absent = [], lacks = [], problems = []} = expected
  const built = await buildSite(site, {...options, ...(config === undefined ? {} : {config})})
  expect(built.problems.map(withoutReason)).toEqual(problems)
  if (expected.hints !== undefined) expect(built.hints.map(withoutReason)).toEqual(expected.hints)
  for (const [path, texts] of Object.entries(has)) {
    for (const text of [texts].flat()) expect(built.files[path], path).toContain(text)
  }
  expect(absent.filter((path) => path in built.files)).toEqual([])
  const all = Object.values(built.files).join('\n')
  expect(lacks.filter((word) => all.includes(word))).toEqual([])
}

function withoutReason(problem: string): string {
  return problem.replace(/: .*/s, '')
}
