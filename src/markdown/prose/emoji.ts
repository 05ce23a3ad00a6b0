import {guard} from './guard-escapes.ts'

/** Emoji by their names on GitHub. */
export type EmojiByName = Readonly<Record<string, string>>

/** Load the names, which take half a megabyte. */
export async function loadEmoji(): Promise<EmojiByName> {
  const {nameToEmoji} = await import('gemoji')
  return nameToEmoji
}

/** A text with guards, in which there are emoji for their names between colons; unknown names stay. */
export function replaceEmoji(text: string, emojiByName: EmojiByName): string {
  return text.replace(shortcode, (found, name: string) =>
    Object.hasOwn(emojiByName, name) ? (emojiByName[name] ?? found) : found
  )
}

/** Whether a text might have a name. */
export function mayHaveEmoji(text: string): boolean {
  return text.search(shortcode) !== -1
}

/** Not at the end of a word or number: `8:100:2`. */
const shortcode = new RegExp(`(?<![\\p{L}\\p{N}${guard}]):([a-z0-9_+-]+):`, 'gu')
