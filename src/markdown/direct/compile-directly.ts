import type {Root} from 'mdast'
import type {Checked, Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {orderDiagnostics} from '#src/diagnostics/order.ts'
import type {CompiledBody, Facts} from '#src/model/document.ts'
import type {MarkdownOptions} from '#src/model/markdown-options.ts'
import {type ChosenId, chooseHeadingIds} from '../choose-heading-ids.ts'
import {countWords} from '../count-words.ts'
import {duplicateId} from '../messages.ts'
import type {Notes} from '../notes.ts'
import {type CompileIsland, compileIslands, type ReadyPart} from './compile-islands.ts'
import {type Draft, endPiece, type Piece, startDraft} from './draft.ts'
import {listFootnoteIds} from './footnotes.ts'
import {joinPieces} from './join-pieces.ts'
import {type Obstacle, surveyTree} from './survey-tree.ts'
import {writeFootnotes} from './write-footnotes.ts'
import {writeRoot} from './write-root.ts'

/**
 * Compile a body straight from mdast to HTML, in one walk and without a hast tree: what the processor without plugins makes
 * of it under `keep`, its whole result included.
 *
 * @param tree
 *   With all done to it that is done to mdast. Left as it is, so that the processor can go on with it.
 * @param compileIsland
 *   For blocks with raw HTML that keeps to itself, but takes a parser.
 * @returns
 *   The name of what the tree has that takes the processor, where there is such a thing. Diagnostics: those of `notes`,
 *   `markdown/duplicate-id`, and those of islands.
 */
export async function compileDirectly(
  tree: Root,
  notes: Notes,
  {features, language}: Pick<MarkdownOptions, 'features' | 'language'>,
  compileIsland: CompileIsland
): Promise<Checked<CompiledBody> | Obstacle> {
  const survey = surveyTree(tree, {
    excerptEnd: notes.excerptEnd,
    // That of included files has addresses that lead from where those are.
    mayWriteHtml: notes.includedHtml === undefined || notes.includedHtml.length === 0
  })
  if (typeof survey === 'string') return survey
  const parts = await compileIslands(survey, compileIsland)
  if (parts === undefined) return 'html'
  const draft = startDraft(survey, features)
  const excerpt = writeRoot(parts, draft)
  writeFootnotes(language, draft)
  endPiece(draft)
  const otherIds = [...listIslandIds(parts), ...listFootnoteIds(draft.footnotes)]
  const ids = chooseHeadingIds(draft.headings, otherIds)
  const idAttributes = ids.map(({id}) => id)
  return {
    value: {
      body: joinPieces(draft.pieces, idAttributes),
      excerpt: joinPieces(excerpt.filter(isOfExcerpt), idAttributes),
      facts: factsOf(draft, notes, {headingIds: idAttributes, otherIds})
    },
    diagnostics: orderDiagnostics([
      ...notes.diagnostics,
      ...draft.diagnostics,
      ...duplicatesOf(draft, ids, notes.file)
    ])
  }
}

/** An excerpt stands on other pages too, where its ids may be taken, and has no footnotes. */
function isOfExcerpt(piece: Piece): boolean {
  if (typeof piece === 'string') return true
  return !('write' in piece) && (!('part' in piece) || piece.part !== 'id')
}

function listIslandIds(parts: ReadonlyArray<ReadyPart>): ReadonlyArray<string> {
  return parts.flatMap((part) => (part.kind === 'island' ? part.compiled.value.facts.ids : []))
}

function factsOf(
  {headings, externalLinks, lines}: Draft,
  {codeLanguages, features, packagePlaces}: Notes,
  {headingIds, otherIds}: Readonly<Record<'headingIds' | 'otherIds', ReadonlyArray<string>>>
): Facts {
  const text = lines.join('\n')
  return {
    outline: headings.map(({depth, text}, index) => ({depth, id: headingIds[index] ?? '', text})),
    ids: [...new Set([...headingIds, ...otherIds])].sort(),
    externalLinks,
    codeLanguages: [...codeLanguages].sort(),
    features: [...features].sort(),
    ...(packagePlaces.size === 0 ? {} : {packagePlaces: Object.fromEntries(packagePlaces)}),
    text,
    wordCount: countWords(text)
  }
}

function duplicatesOf(
  {headings}: Draft,
  ids: ReadonlyArray<ChosenId>,
  file: string
): ReadonlyArray<Diagnostic> {
  const diagnostics: Array<Diagnostic> = []
  for (const [index, {customId, place}] of headings.entries()) {
    if (customId === undefined || ids[index]?.isDuplicate !== true) continue
    diagnostics.push(duplicateId({file, place}, customId))
  }
  return diagnostics
}
