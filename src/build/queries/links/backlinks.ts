import {defineQuery, type Query} from '#src/graph/query.ts'
import type {SourcePath} from '#src/model/source.ts'
import {waitingInput} from '../inputs.ts'
import {publishedPages} from '../listings/listed-pages.ts'
import {linkedPages} from '../related.ts'

/** Sources of the pages whose texts link to a page, by its source; `undefined` as long as some texts wait to be compiled. */
export const backlinksBySource: Query<null, Readonly<Record<string, ReadonlyArray<SourcePath>>> | undefined> =
  defineQuery('backlinksBySource', ({read}) => {
    if (read(waitingInput, null) === true) return undefined
    const backlinks = new Map<SourcePath, Array<SourcePath>>()
    for (const from of read(publishedPages, null)) {
      for (const to of read(linkedPages, from)) {
        const known = backlinks.get(to)
        if (known === undefined) backlinks.set(to, [from])
        else known.push(from)
      }
    }
    return Object.fromEntries(backlinks)
  })
