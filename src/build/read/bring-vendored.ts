import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {errorAt} from '#src/diagnostics/problem-at.ts'
import type {Host} from '#src/model/host.ts'
import type {VendoredImage} from '#src/model/vendoring.ts'
import {inParallel} from '../in-parallel.ts'
import {type FileIndex, knownFile} from './file-index.ts'

/** Few enough not to be taken for an attack. */
const fetchesAtOnce = 4

/**
 * Have pictures of other sites lie in this one. What is known by its stamp is not looked at.
 *
 * @returns
 *   Diagnostics: the error `build/cannot-vendor`, at the first text that shows the picture.
 */
export async function bringVendored(
  {locate, vendoring}: Pick<Host, 'locate' | 'vendoring'>,
  images: ReadonlyArray<VendoredImage>,
  {index, mayFetch}: {readonly index: FileIndex; readonly mayFetch: boolean}
): Promise<ReadonlyArray<Diagnostic>> {
  const diagnostics: Array<Diagnostic> = []
  const firsts = new Map([...images].reverse().map((image) => [image.url, image]))
  await inParallel([...firsts.values()], fetchesAtOnce, async ({url, path, file, place}) => {
    const located = await locate(path)
    if (located.kind === 'file' && knownFile(index, path, located.stamp) !== undefined) return
    const problem = await vendoring.bring(url, {mayFetch})
    if (problem !== undefined) diagnostics.push(errorAt({file, place}, 'build/cannot-vendor', problem, hint))
  })
  return diagnostics
}

const hint = 'Look at the address in a browser, or save the picture beside the article'
