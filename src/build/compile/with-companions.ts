import type {SourceTask} from '#src/model/host.ts'
import type {MarkdownOptions} from '#src/model/markdown-options.ts'
import {sourcesPerBatch} from './compile-batch.ts'
import {isHarmless} from './open-compiler.ts'
import type {WaitingSources} from './waiting-sources.ts'

/**
 * A source that is asked for, with others to be compiled by the same thread: where there are plugins all need one, and to start it takes longer than some articles do.
 * A text that is risky by itself is compiled alone.
 */
export function withCompanions(
  asked: SourceTask,
  waiting: Pick<WaitingSources, 'first'>,
  options: MarkdownOptions
): ReadonlyArray<SourceTask> {
  const plain = {...options, remarkPlugins: [], rehypePlugins: []}
  if (!isHarmless(asked.source, plain)) return [asked]
  const others = waiting
    .first(sourcesPerBatch)
    .filter(({source, document}) => document !== asked.document && isHarmless(source, plain))
  return [asked, ...others].slice(0, sourcesPerBatch)
}
