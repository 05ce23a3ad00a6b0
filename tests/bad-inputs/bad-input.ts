/**
 * Something wrong that an author writes, and what Galley says to it. It lies in a folder of its own below `content/`, which has its name,
 * so that hundreds of them make one site. Paths are relative to that folder.
 */
export interface BadInput {
  /** What is wrong. Unique, also without all that is no letter. */
  readonly name: string
  readonly files?: Readonly<Record<string, string | Uint8Array>>
  /** Does what files alone cannot. Given the absolute path of the folder. */
  readonly make?: (folder: string) => void
  /** Problems, as `file:line:column severity code`, without hints, in order. Default: none. */
  readonly told?: ReadonlyArray<string>
  /** Words in what is told: reasons and hints. */
  readonly says?: ReadonlyArray<string>
  /** Texts that pages have when all that is good is built; `false` for one that is not there. By path in the folder's output. */
  readonly built?: Readonly<Record<string, string | false>>
}

/** The article `bad.md`, and what is told of it as `line:column severity code`, or `severity code` for all of it. */
export function badArticle(
  name: string,
  text: string | Uint8Array,
  told: ReadonlyArray<string>,
  /** In its page, or `false` where there is none; default: not looked at. */
  page?: string | false,
  says: ReadonlyArray<string> = []
): BadInput {
  return {
    name,
    files: {'bad.md': text},
    told: told.map((line) => `bad.md${/^\d/.test(line) ? ':' : ' '}${line}`),
    says,
    ...(page === undefined ? {} : {built: {'bad/index.html': page}})
  }
}

/** An article of which the front matter has these lines after its title, with what is told of them. */
export function badField(
  line: string,
  told: ReadonlyArray<string>,
  says: ReadonlyArray<string> = []
): BadInput {
  const isWrong = told.some((problem) => problem.includes(' error '))
  const page = isWrong ? false : 'Text.'
  return badArticle(line, `---\ntitle: A title\n${line}\n---\nText.\n`, told, page, says)
}

/** The folder of an input, from `content/`. */
export function folderOf({name}: BadInput): string {
  const words = name.toLowerCase().match(/[a-z\d]+/g) ?? []
  return `${words.join('-').slice(0, 60)}-${hash(name)}`
}

/** Names that are one without punctuation are still two. */
function hash(name: string): string {
  let sum = 0
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 46_656
  return sum.toString(36)
}
