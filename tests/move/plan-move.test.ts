import {posix} from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {openSite} from '#src/build/open-site.ts'
import {type MovePlan, planMove} from '#src/build/plan-move.ts'
import {type MemoryHost, memoryHost} from '#src/host/memory-host.ts'
import type {SourcePath} from '#src/model/source.ts'
import {plainOptions, problemsOf} from '../build/check-build.ts'
import {plainTemplates} from '../build/plain-templates.ts'

type Files = Readonly<Record<string, string>>

const options = {...plainOptions, keepGoing: true, drafts: true, onCompiled: () => undefined}

function hostOf(files: Files): MemoryHost {
  return memoryHost(files, {
    templates: plainTemplates,
    config: {baseUrl: 'https://example.org/', markdown: {wikilinks: true}}
  })
}

/** The files of a site after a move, and what it was. */
async function move(
  files: Files,
  moves: Readonly<Record<string, string>>
): Promise<{readonly files: Files; readonly plan: MovePlan}> {
  const host = hostOf(files)
  const site = openSite(host, options)
  await site.renew()
  await site.compileRest(() => false)
  const paths = Object.entries(moves) as Array<[SourcePath, SourcePath]>
  const plan = await planMove(host, options, await site.renew(), new Map(paths))
  const moved = Object.entries(files).map(([path, text]) => [moves[path] ?? path, text])
  const edited = plan.edits.map(({file, text}) => [file, text])
  return {files: {...Object.fromEntries(moved), ...Object.fromEntries(edited)}, plan}
}

const article = (title: string, body = '', fields = ''): string =>
  `---\ntitle: ${title}\n${fields}---\n${body}\n`

interface MoveCase {
  /** Text of `content/a/from.md`, which links to what moves. */
  readonly before: string
  readonly after: string
}

describe('a link to an article that moves from `a/old.md` to `b/new.md` is written anew', () => {
  test.each<[string, MoveCase]>([
    ['relative', {before: '[x](old.md#part)', after: '[x](../b/new.md#part)'}],
    ['relative with a dot', {before: '[x](./old.md)', after: '[x](../b/new.md)'}],
    ['without extension', {before: '[x](old)', after: '[x](../b/new)'}],
    ['from the root', {before: '[x](/a/old.md)', after: '[x](/b/new.md)'}],
    ['by address', {before: '[x](/a/old/?q#part)', after: '[x](/b/new/?q#part)'}],
    ['by address without slash', {before: '[x](/a/old)', after: '[x](/b/new)'}],
    ['by address from the page', {before: '[x](../old/)', after: '[x](../../b/new/)'}],
    ['with its address as text', {before: '[old.md](old.md)', after: '[old.md](../b/new.md)'}],
    [
      'in a definition',
      {before: '[x] and [x][x]\n\n[x]: old.md "T"', after: '[x] and [x][x]\n\n[x]: ../b/new.md "T"'}
    ],
    [
      'in raw HTML',
      {before: '<a href="old.md#part">old.md</a>', after: '<a href="../b/new.md#part">old.md</a>'}
    ],
    ['in a shortcode', {before: '[x]({{< ref "old.md" >}})', after: '[x]({{< ref "../b/new.md" >}})'}],
    [
      'with the origin of the site',
      {
        before: '[x](https://example.org/a/old/#part) <https://example.org/a/old/>',
        after: '[x](https://example.org/b/new/#part) <https://example.org/b/new/>'
      }
    ],
    [
      'not on another site',
      {before: '[x](https://example.com/a/old/)', after: '[x](https://example.com/a/old/)'}
    ],
    ['by name', {before: '[[old]] and [[a/old|x]]', after: '[[new]] and [[b/new|x]]'}],
    ['by title, as it was', {before: '[[The Old One]]', after: '[[The Old One]]'}],
    [
      'not in code',
      {before: '`[x](old.md)`\n\n~~~\n[x]: old.md\n~~~', after: '`[x](old.md)`\n\n~~~\n[x]: old.md\n~~~'}
    ],
    ['not by an alias', {before: '[x](/ancient/)', after: '[x](/ancient/)'}],
    [
      'twice in a line',
      {before: '[x](old.md) [y](old.md#part)', after: '[x](../b/new.md) [y](../b/new.md#part)'}
    ]
  ])('%s', async (_, {before, after}) => {
    const {files, plan} = await move(
      {
        'content/a/old.md': article('The Old One', '## Part', 'aliases: [/ancient/]\n'),
        'content/a/from.md': article('From', before)
      },
      {'content/a/old.md': 'content/b/new.md'}
    )
    expect(files['content/a/from.md']).toBe(article('From', after))
    expect(files['content/b/new.md']).toBe(
      article('The Old One', '## Part', 'aliases: [/a/old/, /ancient/]\n')
    )
    expect(plan.unplaced).toEqual([])
  })
})

test('what an article refers to stays what it was', async () => {
  const {files} = await move(
    {
      'content/a/one.md': article(
        'One',
        '![i](i.png) [two](two.md) [up](../c.md) [root](/c/) <img src="i.png"> [own](#x)\n\n<i id="x"></i>',
        'preview_image: i.png\nrelated: [two.md]\n'
      ),
      'content/a/two.md': article('Two'),
      'content/c.md': article('C'),
      'content/a/i.png': 'png'
    },
    {'content/a/one.md': 'content/b/deep/one.md'}
  )
  expect(files['content/b/deep/one.md']).toBe(
    article(
      'One',
      '![i](../../a/i.png) [two](../../a/two.md) [up](../../c.md) [root](/c/) <img src="../../a/i.png"> [own](#x)\n\n<i id="x"></i>',
      'preview_image: ../../a/i.png\nrelated: [../../a/two.md]\naliases: [/a/one/]\n'
    )
  )
})

test('a bundle moves with its files, to which nothing changes', async () => {
  const own = article('B', '![i](i.png) [p](part.txt)')
  const {files} = await move(
    {
      'content/a/b/index.md': own,
      'content/a/b/i.png': 'png',
      'content/a/b/part.txt': 'text',
      'content/from.md': article('From', '![i](a/b/i.png) [b](a/b/) [c](a/b/index.md) [d](/a/b/part.txt)')
    },
    {
      'content/a/b/index.md': 'content/c/index.md',
      'content/a/b/i.png': 'content/c/i.png',
      'content/a/b/part.txt': 'content/c/part.txt'
    }
  )
  expect(files['content/c/index.md']).toBe(own.replace('---\n!', 'aliases: [/a/b/]\n---\n!'))
  expect(files['content/from.md']).toBe(
    article('From', '![i](c/i.png) [b](c/) [c](c/index.md) [d](/c/part.txt)')
  )
})

test('files that are included stay what they were', async () => {
  const including = [
    '::include{file="part.md"}',
    '```ts file="./code.ts"\n```',
    '<<< @/a/code.ts',
    '::include{file="/content/a/part.md"}',
    '~~~~\n::include{file="sample.md"}\n~~~~'
  ]
  const {files} = await move(
    {
      'content/a/one.md': article('One', including.join('\n\n')),
      'content/a/part.md': article('Part'),
      'content/a/code.ts': 'code',
      'content/a/two.md': article('Two', '::include{file="one.md"}')
    },
    {'content/a/one.md': 'content/b/one.md'}
  )
  const [relative = '', code = '', ...others] = including
  const moved = [relative.replace('part', '../a/part'), code.replace('./code', '../a/code'), ...others]
  expect(files['content/b/one.md']).toBe(article('One', moved.join('\n\n'), 'aliases: [/a/one/]\n'))
  expect(files['content/a/two.md']).toBe(article('Two', '::include{file="../b/one.md"}'))
})

test('no reader knows the address of a draft', async () => {
  const draft = article('D', '', 'draft: true\n')
  const {files} = await move({'content/a/d.md': draft}, {'content/a/d.md': 'content/b/d.md'})
  expect(files['content/b/d.md']).toBe(draft)
})

/** A site of articles that link to each other in many ways. */
function linkedSite(numbers: ReadonlyArray<number>): Files {
  const paths = numbers.map((_, index) => `content/${['a', 'b', 'b/deep'][index % 3]}/p${index}.md`)
  const forms: ReadonlyArray<(to: string, from: string) => string> = [
    (to, from) => `[x](${relative(from, to)})`,
    (to, from) => `[x](${relative(from, to)}#part)`,
    (to) => `[x](${to.replace('content', '')})`,
    (to) => `[x](${to.replace('content', '').replace('.md', '/')})`,
    (to, from) => `<a href="${relative(from, to)}">x</a>`,
    (to) => `[[${posix.basename(to, '.md')}]]`
  ]
  const files = paths.map((path, index) => {
    const links = [1, 2, 3].map((step) => {
      const number = (numbers[index] ?? 0) * step + index
      const to = paths[number % paths.length] ?? path
      return forms[number % forms.length]?.(to, path)
    })
    return [
      path,
      article(`T${index}`, `## Part\n\n${links.join(' ')}\n\n[r]: ${relative(path, paths[0] ?? path)}\n\n[r]`)
    ]
  })
  return Object.fromEntries(files)
}

function relative(from: string, to: string): string {
  return posix.relative(posix.dirname(from), to)
}

test('after any move all links lead where they led, old addresses forward, and moving back gives the same bytes but for aliases', async () => {
  const numbers = fc.array(fc.nat(1000), {minLength: 9, maxLength: 9})
  const target = fc.constantFrom('content/a/moved.md', 'content/b/deep/er/moved.md', 'content/moved.md')
  await fc.assert(
    fc.asyncProperty(numbers, fc.nat(8), target, async (given, index, to) => {
      const site = linkedSite(given)
      expect(problemsOf(await build(hostOf(site), plainOptions))).toEqual([])
      const from = Object.keys(site)[index] ?? ''
      const there = await move(site, {[from]: to})
      const host = hostOf(there.files)
      expect(problemsOf(await build(host, plainOptions))).toEqual([])
      const old = from.replace('content/', '').replace('.md', '/index.html')
      const forwarding = [...host.outputs].find(([path]) => path === old)?.[1]
      expect(new TextDecoder().decode(forwarding)).toContain(to.replace('content', '').replace('.md', '/'))
      const back = await move(there.files, {[to]: from})
      const withoutAliases = Object.entries(back.files).map(([path, text]) => [
        path,
        text.replace(/aliases: .*\n/, '')
      ])
      expect(Object.fromEntries(withoutAliases)).toEqual(site)
    }),
    {seed: 7, numRuns: 50}
  )
})
