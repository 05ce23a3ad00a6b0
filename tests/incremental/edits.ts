import {articleEdits} from './article-edits.ts'
import type {Change} from './change.ts'
import {folderEdits} from './folder-edits.ts'
import {listingEdits} from './listing-edits.ts'
import {mistakes, withoutMistakes} from './mistakes.ts'
import {quietEdits} from './quiet-edits.ts'
import {siteEdits} from './site-edits.ts'

/** What an author does with a site's history. */
const historyEdits: Readonly<Record<string, Change>> = {
  'change nothing': (model) => model,
  undo: (model, _, past) => past.at(-2) ?? model,
  'check out an earlier state': (model, dice, past) => dice.pickFrom(past) ?? model,
  'mend what is wrong': withoutMistakes
}

/** Every way in which the sources of a site come to another state, by name. */
export const edits: Readonly<Record<string, Change>> = {
  ...articleEdits,
  ...folderEdits,
  ...listingEdits,
  ...siteEdits,
  ...quietEdits,
  ...historyEdits,
  ...mistakes
}
