import type {JsonValue} from '#src/model/json.ts'
import type {Dice} from './dice.ts'
import {indexesOf, type ModelSource, pagesOf, type SiteModel, withSource} from './model.ts'

/** Another state of a site. `past` are the states that were built, latest last. */
export type Change = (model: SiteModel, dice: Dice, past: ReadonlyArray<SiteModel>) => SiteModel

/** A change of one source. */
type SourceChange = (source: ModelSource, dice: Dice, model: SiteModel) => ModelSource

/** Change one page. */
export function onPage(change: SourceChange): Change {
  return (model, dice) => changeAt(model, dice.pickFrom(pagesOf(model)), dice, change)
}

/** Change the text of one listing. */
export function onIndex(change: SourceChange): Change {
  return (model, dice) => changeAt(model, dice.pickFrom(indexesOf(model)), dice, change)
}

/** The texts in a value that should be a list of them. */
export function listOf(value: JsonValue | undefined): ReadonlyArray<string> {
  return Array.isArray(value) ? value.map(String) : []
}

/** Texts of articles and listings. */
export const bodies = [
  'Nothing **much**.',
  'Some words, and some more words.\n\n<!-- more -->\n\nThe rest of it.',
  'Before.\n\n::include{file="/shared/part.md"}\n\n<!-- more -->\n\n```ts file="/shared/code.ts" region="a"\n```',
  '## A part\n\n[Alpha](/articles/alpha/) and [rust](/tags/rust/).\n\n## A part\n\nAgain.',
  '[To beta](../articles/beta.md), ![a picture](../articles/delta/picture.svg)',
  `${'A long text of many words. '.repeat(60)}\n\n| a | b |\n|---|---|\n| **1** | 2 |`
] as const

/** Titles and the like. */
export const names = ['Alpha', 'Omega', 'Ω & <b>', 'Zeta', '文字'] as const

/** Tags; some are one term, some have similar addresses. */
export const terms = ['Rust', 'rust', 'C', 'C++', 'news', '文字', 'Café', 'Cafe\u0301'] as const

function changeAt(model: SiteModel, path: string | undefined, dice: Dice, change: SourceChange): SiteModel {
  const source = path === undefined ? undefined : model.sources[path]
  return path === undefined || source === undefined
    ? model
    : withSource(model, path, change(source, dice, model))
}
