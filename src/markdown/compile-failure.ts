import type {VFileMessage} from 'vfile-message'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {MarkdownOptions} from '#src/model/markdown-options.ts'
import {TooManyError} from './limit-counts.ts'
import {TooDeepError} from './limit-depth.ts'
import {LongParagraphError} from './limit-paragraphs.ts'
import {longParagraph, pluginFailed, tooDeep, tooMany} from './messages.ts'

/** What was being compiled. */
export interface Failing {
  readonly file: string
  readonly plugin: string | undefined
  readonly hasPlugins: boolean
  readonly locate: MarkdownOptions['locate']
}

/** What ended a compilation; `undefined` for `file.fail()`, which is among the messages already. Rethrows our bugs. */
export async function failureOf(error: unknown, failing: Failing): Promise<Diagnostic | undefined> {
  if (error instanceof LongParagraphError) return longParagraph(failing.file, error.paragraph)
  if (error instanceof TooManyError) return tooMany(failing.file, error.found)
  if (error instanceof TooDeepError) return tooDeep({file: failing.file, place: error.place})
  if (isStackOverflow(error)) return tooDeep({file: failing.file, place: undefined})
  if (isFatalMessage(error)) return undefined
  // A plugin may also leave a tree that makes a later step throw; without plugins the mistake is ours.
  if (failing.plugin === undefined && !failing.hasPlugins) throw error
  return pluginFailed(failing, error, await failing.locate?.(error))
}

function isStackOverflow(error: unknown): boolean {
  return error instanceof Error && error.name === 'RangeError' && /call stack/i.test(error.message)
}

function isFatalMessage(error: unknown): error is VFileMessage {
  return error instanceof Error && 'fatal' in error && error.fatal === true && 'ruleId' in error
}
