import type {JsonValue} from '#src/model/json.ts'
import {bodies, type Change, listOf, names, onPage, terms} from './change.ts'
import {pagesOf, withField} from './model.ts'

/** What an author does within one article. */
export const articleEdits: Readonly<Record<string, Change>> = {
  'change a body': onPage((source, dice) => ({...source, body: dice.pick(bodies)})),
  'add a heading before the others': onPage((source) => ({...source, body: `## A part\n\n${source.body}`})),
  'remove the headings': onPage((source) => ({...source, body: source.body.replace(/^#.*$/gm, '')})),
  'link to another article': onPage((source, dice, model) => {
    const target = (dice.pickFrom(pagesOf(model)) ?? '').replace('content', '')
    const fragment = dice.pick(['', '#a-part', '#letters'])
    return {...source, body: `${source.body}\n\n[A link](${target}${fragment})`}
  }),
  'link to a missing article': onPage((source, dice) => {
    const target = dice.pick(['missing.md', '/beta/', '../start/', 'fresh/new.md'])
    return {...source, body: `${source.body}\n\n[A link](${target})`}
  }),
  retitle: onPage((source, dice) => withField(source, 'title', dice.pick([...names, undefined]))),
  retag: onPage((source, dice) =>
    withField(source, 'tags', toggled(source.fields['tags'], dice.pick(terms)))
  ),
  recategorise: onPage((source, dice) => {
    const field = dice.pick(['category', 'categories', 'author'])
    return withField(source, field, dice.pick(['main', 'other', 'Main', 'all', undefined]))
  }),
  reweight: onPage((source, dice) => withField(source, 'weight', dice.pick([1, 2, 3, undefined]))),
  redate: onPage((source, dice) => withField(source, dice.pick(['date', 'publishDate']), dice.pick(dates))),
  'let an article expire': onPage((source, dice) => withField(source, 'expiryDate', dice.pick(dates))),
  'toggle draft': onPage((source) => withField(source, 'draft', source.fields['draft'] !== true)),
  'toggle unlisted': onPage((source) => withField(source, 'unlisted', source.fields['unlisted'] !== true)),
  'describe an article': onPage((source, dice) => withField(source, dice.pick(described), dice.pick(names))),
  'change an alias': onPage((source, dice) => withField(source, 'aliases', dice.pickFrom(aliases))),
  'change a slug': onPage((source, dice) => withField(source, 'slug', dice.pick(slugs))),
  'change an address': onPage((source, dice) => withField(source, 'url', dice.pick(addresses))),
  'choose a layout': onPage((source, dice) => withField(source, 'layout', dice.pick(['wide', undefined]))),
  'save with other line ends': onPage((source, dice) => {
    const {flaw: _, ...sound} = source
    const flaw = dice.pick(['crlf', 'bom', undefined])
    return flaw === undefined ? sound : {...sound, flaw}
  })
}

const dates = ['2023-12-31', '2024-01-03', '2024-06-01', '2024-06-02', '2030-01-01', undefined] as const
const described = ['description', 'short_description', 'level', 'preview_image'] as const
const aliases = [[], ['/old/'], ['/first/'], ['/Old/page.html', '/older/'], undefined]
const slugs = ['alpha', 'one', 'page', undefined] as const
const addresses = ['/at/', '/at/last/', '/tags/rust/late/', undefined] as const

function toggled(value: JsonValue | undefined, name: string): ReadonlyArray<string> {
  const list = listOf(value)
  return list.includes(name) ? list.filter((item) => item !== name) : [...list, name]
}
