import type {Checked, Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {FrontMatter} from '#src/model/front-matter.ts'
import {type FrontMatterPlaces, placeFinder} from '#src/model/front-matter-places.ts'
import type {JsonValue} from '#src/model/json.ts'
import {ownValue} from '#src/model/own-value.ts'
import {wrongTerms} from './messages.ts'
import {foldTerm} from './terms.ts'

/** The names of terms that a document gives, by taxonomy, each term once; the primary category first. */
export function termNames(
  file: string,
  frontMatter: FrontMatter,
  places: FrontMatterPlaces,
  taxonomies: ReadonlyArray<string>
): Checked<Readonly<Record<string, ReadonlyArray<string>>>> {
  const diagnostics: Array<Diagnostic> = []
  const findPlace = placeFinder(places)
  const entries = taxonomies.map((taxonomy) => {
    const written =
      ownValue(builtIn, taxonomy)?.(frontMatter) ?? namesOf(ownValue(frontMatter.params, taxonomy))
    if (written === undefined) diagnostics.push(wrongTerms(file, findPlace(`/${taxonomy}`), taxonomy))
    return [taxonomy, distinct(written ?? [])] as const
  })
  return {value: Object.fromEntries(entries.filter(([, names]) => names.length > 0)), diagnostics}
}

/** Taxonomies whose names stand in fields of their own. */
const builtIn: Readonly<Record<string, (frontMatter: FrontMatter) => ReadonlyArray<string>>> = {
  categories: ({category, categories}) => [
    ...(category === undefined ? [] : [category]),
    ...(categories ?? [])
  ],
  tags: ({tags}) => tags ?? [],
  authors: ({authors}) => authors ?? [],
  keywords: ({keywords}) => keywords ?? [],
  series: ({series}) => (series === undefined ? [] : [series])
}

/** A free value as names: a list of texts, or one text with commas; `undefined` when it is neither. */
function namesOf(value: JsonValue | undefined): ReadonlyArray<string> | undefined {
  if (value === undefined || value === null) return []
  if (typeof value === 'string') return value.split(',')
  if (!Array.isArray(value)) return undefined
  const isPlain = value.every((name) => typeof name === 'string' || typeof name === 'number')
  return isPlain ? value.map(String) : undefined
}

function distinct(names: ReadonlyArray<string>): ReadonlyArray<string> {
  const seen = new Set<string>()
  return names
    .map((name) => name.trim())
    .filter((name) => {
      const folded = foldTerm(name)
      if (folded === '' || seen.has(folded)) return false
      seen.add(folded)
      return true
    })
}
