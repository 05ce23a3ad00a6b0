import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {FrontMatter} from '#src/model/front-matter.ts'
import {type FrontMatterPlaces, placeFinder} from '#src/model/front-matter-places.ts'
import {unusedField} from './field-messages.ts'

/** A warning for each of the fields `names` that a source has, although nothing reads it there. */
export function unusedFields(
  file: string,
  {frontMatter, places}: {readonly frontMatter: FrontMatter; readonly places: FrontMatterPlaces},
  names: ReadonlyArray<UnusableField>
): ReadonlyArray<Diagnostic> {
  const findPlace = placeFinder(places)
  return names
    .filter((name) => frontMatter[name] !== undefined)
    .map((name) => unusedField(file, findPlace(`/${name}#key`), name, hints[name]))
}

/** A field that some kinds of source cannot use. */
export type UnusableField = 'url' | 'slug' | 'aliases' | 'cascade'

const hints: Readonly<Record<UnusableField, string>> = {
  url: 'The home page is at `/`; the address of a taxonomy is its `path` in the configuration',
  slug: 'The address of a listing follows from its folder; `url` moves the listing of a section',
  aliases:
    "Only pages have aliases: an old address of a listing is a rule of `redirects` in the configuration, `{from: '/old/', to: '/new/'}`",
  cascade: 'Write it into the `_index.md` of the folder that it is for'
}
