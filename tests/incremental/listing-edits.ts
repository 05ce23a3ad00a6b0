import type {JsonObject, JsonValue} from '#src/model/json.ts'
import {bodies, type Change, listOf, names, onIndex, terms} from './change.ts'
import {withField, withSource} from './model.ts'

/** What an author does to sections, taxonomies and terms. */
export const listingEdits: Readonly<Record<string, Change>> = {
  'rename a term': (model, dice) => {
    const [from, to] = [dice.pick(terms), dice.pick(terms)]
    const sources = Object.entries(model.sources).map(([path, source]) => {
      const tags = listOf(source.fields['tags']).map((tag) => (tag === from ? to : tag))
      return [path, tags.length === 0 ? source : withField(source, 'tags', tags)] as const
    })
    return {...model, sources: Object.fromEntries(sources)}
  },
  'change what is passed down': onIndex((source, dice) => {
    const [name, value] = dice.pick(passedDown)
    const {[name]: _, ...rest} = (source.fields['cascade'] ?? {}) as JsonObject
    return withField(source, 'cascade', value === undefined ? rest : {...rest, [name]: value})
  }),
  'retitle a listing': onIndex((source, dice) =>
    withField(source, 'title', dice.pick([...names, undefined]))
  ),
  'reweight a listing': onIndex((source, dice) => withField(source, 'weight', dice.pick([1, 2, undefined]))),
  'change the text of a listing': onIndex((source, dice) => ({...source, body: dice.pick(bodies)})),
  'add or remove the text of a listing': (model, dice) => {
    const path = `content/${dice.pick(listings)}/_index.md`
    const text = {fields: {title: dice.pick(names)}, body: dice.pick(bodies)}
    return withSource(model, path, path in model.sources ? undefined : text)
  }
}

const listings = [
  'articles',
  'notes',
  'docs',
  'docs/guides',
  'tags',
  'tags/rust',
  'tags/c',
  'tags/文字'
] as const
const passedDown: readonly [PassedDown, ...ReadonlyArray<PassedDown>] = [
  ['tags', ['passed']],
  ['layout', 'wide'],
  ['draft', true],
  ['weight', 1],
  ['description', 'Passed down'],
  ['level', 'hard'],
  ['tags', undefined],
  ['layout', undefined],
  ['draft', undefined]
]

type PassedDown = readonly [field: string, value: JsonValue | undefined]
