import type {ComponentChildren} from 'preact'
import type {JsonValue} from './json.ts'
import type {Questions} from './view.ts'

/**
 * What an attribute of a component holds. A `?` marks those that may be missing; a flag is on or off, and of a list of words
 * the first is meant where none is given.
 */
export type AttributeType =
  | 'text'
  | 'text?'
  | 'url'
  | 'url?'
  | 'number'
  | 'number?'
  | 'flag'
  | ReadonlyArray<string>

/** The attributes of a component by name: what it exports as `attributes`. */
export type AttributeTable = Readonly<Record<string, AttributeType>>

/** What an attribute comes to; `undefined` for a missing one that may be missing. */
export type AttributeValue = string | number | boolean | undefined

interface ValuesByType {
  readonly text: string
  readonly 'text?': string | undefined
  /** Ready for `href` and `src`. */
  readonly url: string
  readonly 'url?': string | undefined
  readonly number: number
  readonly 'number?': number | undefined
  readonly flag: boolean
}

/** What components may ask: all but texts, which they are parts of. */
export interface ComponentView extends Omit<Questions, 'body' | 'excerpt'> {
  /**
   * A param of the text that calls the component, else of the site; `author.name` is one within another. `undefined` where neither has
   * it.
   */
  readonly param: (name: string) => JsonValue | undefined
}

/** What every component is given. */
interface CommonProps {
  /** What the author wrote inside of it, to be put anywhere; `undefined` where there is nothing. */
  readonly children: ComponentChildren
  readonly view: ComponentView
  /** For the element that the component makes: authors may give each component these two. */
  readonly id?: string | undefined
  readonly class?: string | undefined
}

/** What a component is given, if it exports `attributes` of type `Table`. */
export type ComponentProps<Table extends AttributeTable = Readonly<Record<never, AttributeType>>> =
  CommonProps & {
    readonly [Name in keyof Table]: Table[Name] extends keyof ValuesByType
      ? ValuesByType[Table[Name]]
      : Table[Name] extends ReadonlyArray<infer Word>
        ? Word
        : never
  }
