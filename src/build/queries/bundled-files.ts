import {createHash} from 'node:crypto'
import {type Hash, hashText} from '#src/graph/hash.ts'
import {
  defineQuery,
  defineStoredQuery,
  defineTextQuery,
  type Query,
  type QueryContext
} from '#src/graph/query.ts'
import {fillSlots, type SlotKind, toSlot} from '#src/model/link-slot.ts'
import {ownValue} from '#src/model/own-value.ts'
import type {RoutePath} from '#src/model/route.ts'
import type {SourcePath} from '#src/model/source.ts'
import {joinSheets} from '#src/render/join-sheets.ts'
import {hasThemeStyle, renderThemeStyle, themeStyleName} from '#src/render/render-theme-style.ts'
import {bundledFolder, namedAddress, toBundledName} from '#src/routing/bundled-path.ts'
import {readableEnvironment} from '../read/bundle-files.ts'
import {assetInput, bundledFilesInput, bundledTextInput} from './inputs.ts'
import {siteView} from './settings.ts'

/** A file whose name follows from its content. */
export interface NamedFile {
  readonly path: RoutePath
  /** Of its bytes. */
  readonly hash: Hash
  /** What browsers check its bytes by; absent for what no page loads by itself. */
  readonly integrity?: string
  /** The file that it is a copy of; absent for a text. */
  readonly copyOf?: SourcePath
}

/** Bundled files, below `templates/assets/`, by the addresses that templates name them by. */
export const partsByAddress: Query<null, Readonly<Record<string, string>>> = defineQuery(
  'partsByAddress',
  ({read}) => {
    const paths = (read(bundledFilesInput, null) ?? []).map((path) => path.slice(sourceFolder.length))
    const made = hasThemeStyle(read(siteView, null).theme) ? [themeStyleName] : []
    return Object.fromEntries([...made, ...paths].map((part) => [namedAddress(part), part]))
  }
)

/** The bundled file that templates name by an address, below `templates/assets/`; `undefined` where there is none. */
export const bundledAt: Query<string, string | undefined> = defineStoredQuery(
  'bundledAt',
  ({read}, address) => ownValue(read(partsByAddress, null), address)
)

/** Style sheets to be loaded one after the other: bundled ones as one file, but for people who look into them. */
export type SheetGroup = {readonly parts: ReadonlyArray<string>} | {readonly address: string}

/** How pages load style sheets that templates name by their addresses, in order. */
export const sheetGroups: Query<ReadonlyArray<string>, ReadonlyArray<SheetGroup>> = defineStoredQuery(
  'sheetGroups',
  ({read}, addresses) => {
    const isReadable = read(siteView, null).environment === readableEnvironment
    const groups: Array<SheetGroup> = []
    for (const address of new Set(addresses)) {
      const part = read(bundledAt, address)
      const last = groups.at(-1)
      if (part === undefined) groups.push({address})
      else if (isReadable || last === undefined || 'address' in last) groups.push({parts: [part]})
      else groups[groups.length - 1] = {parts: [...last.parts, part]}
    }
    return groups
  }
)

/** Text of a file that is made of several, its own slots filled. */
export const namedText: Query<ReadonlyArray<string>, string> = defineTextQuery(
  'namedText',
  (context, parts) => joinSheets(parts.map((part) => fillSlots(textOf(context, part), slotFiller(context))))
)

/**
 * A file that is made of these, each below `templates/assets/`; `undefined` where there is none. Which are wanted is known from this query's traces:
 * a file is published when a page or another file names it.
 */
export const namedFile: Query<ReadonlyArray<string>, NamedFile | undefined> = defineStoredQuery(
  'namedFile',
  ({read}, parts) => {
    const [first = ''] = parts
    // What begins with a slash lies elsewhere in the site.
    const source = (first.startsWith('/') ? first.slice(1) : `${sourceFolder}${first}`) as SourcePath
    const copied = read(assetInput, source)
    if (copied !== undefined) return {path: pathOf(first, copied), hash: copied, copyOf: source}
    if (parts.some((part) => read(bundledAt, namedAddress(part)) !== part)) return undefined
    const text = read(namedText, parts)
    const hash = hashText(text)
    return {path: pathOf(namedAddress(first), hash), hash, integrity: integrityOf(text)}
  }
)

/** Fills the slots of a text. */
export function slotFiller({
  read
}: Pick<QueryContext, 'read'>): (kind: SlotKind, parts: ReadonlyArray<string>) => string | undefined {
  return (kind, parts) => {
    const found = read(namedFile, parts)
    return kind === 'file' ? found?.path.slice(bundledFolder.length) : found?.integrity
  }
}

/** Address of a file that is made of these, with a slot for its name. */
export function slottedPath(parts: ReadonlyArray<string>): RoutePath {
  return `${bundledFolder}${toSlot('file', parts)}` as RoutePath
}

const sourceFolder = 'templates/assets/'

function textOf({read}: QueryContext, part: string): string {
  const text = read(bundledTextInput, `${sourceFolder}${part}` as SourcePath)
  return text ?? (part === themeStyleName ? renderThemeStyle(read(siteView, null).theme) : '')
}

function pathOf(part: string, hash: Hash): RoutePath {
  return `${bundledFolder}${toBundledName(part, hash)}` as RoutePath
}

/** @see https://www.w3.org/TR/SRI/ */
function integrityOf(text: string): string {
  return `sha384-${createHash('sha384').update(text).digest('base64')}`
}
