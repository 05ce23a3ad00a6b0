import {expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {memoryHost} from '#src/host/memory-host.ts'
import {plainOptions} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'

const theme = plainTemplates.map((template) => ({...template, isBuiltIn: true}))

type Sites = Parameters<typeof memoryHost>[1]

/** What is told of lines of front matter, the first of which is the third of the file. */
async function toldOf(lines: ReadonlyArray<string>, site: Sites = {templates: theme}) {
  const text = `---\ntitle: A\n${lines.join('\n')}\n---\nText.\n`
  const {diagnostics} = await build(memoryHost({'content/a/one.md': text}, site), plainOptions)
  const told = diagnostics.filter(({place}) => place !== undefined)
  return told.map(({place, severity, code}) => `${place?.line}:${place?.column} ${severity} ${code}`)
}

const foreign = [
  ...[
    'image',
    'images',
    'cover',
    'coverImage',
    'cover_image',
    'heroImage',
    'featured_image',
    'thumbnail',
    'ogImage'
  ],
  ...[
    'permalink',
    'redirect_from',
    'updated',
    'updatedDate',
    'last_modified_at',
    'modified',
    'pubDate',
    'excerpt'
  ],
  ...['summary', 'sidebar_position', 'canonical_url', 'canonicalURL', 'template', 'published', 'hidden']
]

test.each(foreign)('what other generators call `%s` is told of where it stands, once', async (name) => {
  expect(await toldOf(['# A field of another', `${name}: 1`])).toEqual(['4:1 hint site/foreign-field'])
})

test('what was not to be published is warned of', async () => {
  expect(await toldOf(['published: false'])).toEqual(['3:1 warning site/not-held-back'])
})

test('what an author names as nobody else does is the author’s own', async () => {
  expect(await toldOf(['mood: good', 'avatars: [a]', 'params: {image: a.png}'])).toEqual([])
})

test('a field that may mean something is not told of', async () => {
  const line = ['cover: b.png']
  const schema = {'~standard': {version: 1, vendor: 'test', validate: (value: unknown) => ({value})}}
  expect(await toldOf(line)).toHaveLength(1)
  expect(await toldOf(line, {templates: theme, config: {sections: {a: {schema}}}})).toEqual([])
  expect(
    await toldOf(['cover: [x]'], {templates: theme, config: {taxonomies: {cover: {title: 'Covers'}}}})
  ).toEqual([])
  const [first, ...others] = theme
  expect(await toldOf(line, {templates: [{...first, isBuiltIn: false}, ...others] as typeof theme})).toEqual(
    []
  )
})
