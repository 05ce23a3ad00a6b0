import GithubSlugger, {slug} from 'github-slugger'

/** What the id of a heading depends on. */
export interface HeadingNames {
  /** Given by hand; `undefined` when it is to be made of the text. */
  readonly customId: string | undefined
  /** In one line; not read where there is a custom id. */
  readonly text: string
}

/** The id of a heading. */
export interface ChosenId {
  readonly id: string
  /** Whether the custom id was taken. */
  readonly isDuplicate: boolean
}

/** The slug of a heading without letters or digits, such as one emoji. */
const fallbackSlug = 'section'

/**
 * The ids of all headings of a body: the custom one, else GitHub's slug of the text, numbered where it is taken.
 *
 * @param reserved
 *   Ids of other elements.
 */
export function chooseHeadingIds(
  headings: ReadonlyArray<HeadingNames>,
  reserved: ReadonlyArray<string>
): ReadonlyArray<ChosenId> {
  const slugger = new GithubSlugger()
  for (const id of reserved) reserve(slugger, id)
  // Ids by hand first, wherever they stand: a slug gives way to them.
  const custom = headings.map(({customId}) => {
    if (customId === undefined) return undefined
    const isDuplicate = customId in slugger.occurrences
    const id = isDuplicate ? slugger.slug(customId) : customId
    reserve(slugger, customId)
    return {id, isDuplicate}
  })
  return headings.map(({text}, index) => {
    const id = custom[index]
    if (id !== undefined) return id
    return {id: slugger.slug(slug(text) === '' ? fallbackSlug : text), isDuplicate: false}
  })
}

function reserve(slugger: GithubSlugger, id: string): void {
  slugger.occurrences[id] ??= 0
}
