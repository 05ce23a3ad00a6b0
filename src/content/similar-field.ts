import {closest} from '#src/diagnostics/closest.ts'
import {fieldNames} from './field-names.ts'

/** Words that are near a field's name, but are more likely meant as they are. */
const ordinaryWords: ReadonlySet<string> = new Set([
  'data',
  'doc',
  'eight',
  'height',
  'listed',
  'parts',
  'plug',
  'rate',
  'tab',
  'tabs',
  'tile',
  'top',
  'uri'
])

const fieldWords: ReadonlyMap<string, ReadonlyArray<string>> = new Map(
  fieldNames.map((name) => [name, wordsOf(name)])
)

/**
 * The field that `name` is a misspelling of; `undefined` for a name of the author's own.
 *
 * Compares word by word, because long names with one word of their own (`large_preview_image`) are near in letters.
 * A name with a digit (`tag2`) is a name of its own.
 */
export function similarField(name: string): string | undefined {
  if (/\d/.test(name) || ordinaryWords.has(name.toLowerCase())) return undefined
  const words = wordsOf(name)
  const near = fieldNames.filter((field) => isSpelledAlike(field) || isNear(field))
  return near.find(isSpelledAlike) ?? closest(name, near) ?? near[0]

  function isSpelledAlike(field: string): boolean {
    return fieldWords.get(field)?.join('') === words.join('')
  }

  function isNear(field: string): boolean {
    const others = fieldWords.get(field)
    return (
      others?.length === words.length && others.every((word, index) => isWordNear(words[index] ?? '', word))
    )
  }
}

function isWordNear(word: string, fieldWord: string): boolean {
  let missing = 0
  for (const letter of fieldWord) if (!word.includes(letter)) missing++
  // Every letter that is nowhere in the word takes an edit, and a third of the letters is the most that `closest` allows.
  return missing <= Math.max(1, fieldWord.length / 3) && closest(word, [fieldWord]) !== undefined
}

/** Lower-cased words of a name in snake_case, kebab-case or camelCase. */
function wordsOf(name: string): ReadonlyArray<string> {
  return name
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, '_')
    .toLowerCase()
    .split(/[_\s-]+/)
}
