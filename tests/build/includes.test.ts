import {beforeEach, describe, expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {type MemoryHost, memoryHost} from '#src/host/memory-host.ts'
import type {OutputPath} from '#src/model/route.ts'
import {plainOptions, problemsOf} from './check-build.ts'
import {countingRecording} from './counting-recording.ts'
import {plainTemplates} from './plain-templates.ts'
import {parseSite} from './site-text.ts'

/** An article that includes nothing, and two that do. */
const site = `
-- content/a/alone.md --
# Alone
-- content/a/code.md --
# Code

\`\`\`js file="/examples/one.js"
\`\`\`
-- content/a/other.md --
# Other

\`\`\`js file="/examples/two.js" region="b"
\`\`\`
-- examples/one.js --
one()
-- examples/two.js --
// #region b
two()
// #endregion
`

/** Colors would stand between the texts that are looked for. */
const setting = {templates: plainTemplates, config: {markdown: {highlight: false}}}

let host: MemoryHost

beforeEach(() => {
  host = memoryHost(parseSite(site), setting)
})

/** What a build came to, in a new state of the process. */
interface Built {
  readonly rendered: ReadonlyArray<string>
  readonly compiled: ReadonlyArray<string>
  /** Files opened. */
  readonly opened: ReadonlyArray<string>
  readonly problems: ReadonlyArray<string>
}

/** Build after changes: what comes of it is what a clean build gives. */
async function buildWith(changes: Readonly<Record<string, string | undefined>> = {}): Promise<Built> {
  for (const [path, text] of Object.entries(changes)) {
    if (text === undefined) host.files.delete(path)
    else host.files.set(path, text)
  }
  const opened: Array<string> = []
  const recorder = countingRecording()
  const read: MemoryHost['read'] = async (path) => {
    opened.push(path)
    return host.read(path)
  }
  const result = await build({...host, read}, {...plainOptions, recorder})
  const clean = memoryHost(sourcesOf(host), setting)
  const expected = await build(clean, plainOptions)
  expect(problemsOf(result)).toEqual(problemsOf(expected))
  // Errors keep what was there.
  if (expected.isWritten) {
    expect(new Map([...host.outputs].sort())).toEqual(new Map([...clean.outputs].sort()))
  }
  return {
    rendered: [...result.rendered].sort(),
    compiled: [...recorder.names('article')].sort(),
    opened: opened.sort(),
    problems: problemsOf(result)
  }
}

function sourcesOf({files}: MemoryHost): Readonly<Record<string, string | Uint8Array>> {
  return Object.fromEntries([...files].filter(([path]) => !path.startsWith('.galley/')))
}

function textOf(path: string): string {
  const [, bytes] = [...host.outputs].find(([output]) => output === path) ?? []
  return new TextDecoder().decode(bytes)
}

const nothing: Built = {rendered: [], compiled: [], opened: [], problems: []}

describe('an included file', () => {
  test('is shown', async () => {
    await buildWith()
    expect(textOf('a/code/index.html')).toContain('one()')
    expect(textOf('a/other/index.html')).toContain('two()')
  })

  test('is not opened without a change', async () => {
    await buildWith()
    expect(await buildWith()).toEqual(nothing)
  })

  test('renders exactly the pages that include it when it is edited', async () => {
    await buildWith()
    expect(await buildWith({'examples/one.js': 'uno()\n'})).toEqual({
      rendered: ['/a/code/'],
      compiled: ['content/a/code.md'],
      opened: ['content/a/code.md', 'examples/one.js'],
      problems: []
    })
    expect(textOf('a/code/index.html')).toContain('uno()')
    expect(await buildWith()).toEqual(nothing)
  })

  test('compiles its article again when what it shows is not edited, and renders no page', async () => {
    await buildWith()
    const changed = {'examples/two.js': '// #region b\ntwo()\n// #endregion\nthree()\n'}
    expect(await buildWith(changed)).toMatchObject({rendered: [], compiled: ['content/a/other.md']})
  })

  test('finds the old document again when it goes back', async () => {
    await buildWith()
    await buildWith({'examples/one.js': 'uno()\n'})
    expect(await buildWith({'examples/one.js': 'one()\n'})).toMatchObject({
      rendered: ['/a/code/'],
      compiled: []
    })
    expect(textOf('a/code/index.html')).toContain('one()')
  })

  test('is missed when it is deleted, and shown when it appears', async () => {
    await buildWith()
    const problem =
      'content/a/code.md:3:7 error markdown/include-missing-file: Expected a file `examples/one.js` to include, found none'
    expect(await buildWith({'examples/one.js': undefined})).toMatchObject({problems: [problem]})
    // Its problem is remembered, and nothing opened for it.
    expect(await buildWith()).toEqual({...nothing, problems: [problem]})
    expect(await buildWith({'examples/one.js': 'one()\n'})).toMatchObject({problems: [], compiled: []})
    expect(textOf('a/code/index.html')).toContain('one()')
    expect(await buildWith()).toEqual(nothing)
  })

  test('that is missing is looked for among its neighbors anew', async () => {
    host.files.set('content/a/alone.md', '# Alone\n\n```js file="/examples/on.js"\n```\n')
    const hintOf = async (): Promise<string | undefined> => {
      const {diagnostics} = await build(host, plainOptions)
      return diagnostics.find(({file}) => file === 'content/a/alone.md')?.hint
    }
    expect(await hintOf()).toBe('Did you mean `examples/one.js`?')
    host.files.set('examples/oni.js', '')
    host.files.delete('examples/one.js')
    expect(await hintOf()).toBe('Did you mean `examples/oni.js`?')
  })

  test('may be an asset and an article too', async () => {
    await buildWith({
      'content/a/alone.md': '# Alone\n\n```js file="beside.js"\n```\n\n```md file="code.md"\n```\n',
      'content/a/beside.js': 'beside()\n'
    })
    expect(textOf('a/alone/index.html')).toContain('beside()')
    expect(await buildWith()).toEqual(nothing)
    const edited = await buildWith({'content/a/code.md': '# Code\n\n```js file="beside.js"\n```\n'})
    expect(edited.compiled).toEqual(['content/a/alone.md', 'content/a/code.md'])
    expect(await buildWith()).toEqual(nothing)
  })

  test('is included by another article from its next build on', async () => {
    await buildWith()
    const edited = await buildWith({'content/a/alone.md': '# Alone\n\n```js file="/examples/one.js"\n```\n'})
    expect(edited).toMatchObject({compiled: ['content/a/alone.md'], rendered: ['/a/alone/']})
    const changed = await buildWith({'examples/one.js': 'uno()\n'})
    expect(changed.rendered).toEqual(['/a/alone/', '/a/code/'])
  })

  test('that is shown in a sample of code alone is no concern of the page', async () => {
    await buildWith({'content/a/alone.md': '# Alone\n\n````md\n```js file="/examples/one.js"\n```\n````\n'})
    const edited = await buildWith({'examples/one.js': 'uno()\n'})
    expect(edited.rendered).toEqual(['/a/code/'])
  })
})

describe('an included Markdown file', () => {
  const parts = {
    'content/a/alone.md': '# Alone\n\n::include{file="/parts/outer.md"}\n',
    'parts/outer.md': '---\ntitle: Outer\n---\nOuter.\n\n::include{file="inner.md" region="r"}\n',
    'parts/inner.md': '<!-- #region r -->\nInner.\n\n```js file="code.js"\n```\n<!-- #endregion -->\n',
    'parts/code.js': 'code()\n'
  }

  beforeEach(async () => {
    await buildWith(parts)
  })

  test('brings all that it includes', async () => {
    expect(textOf('a/alone/index.html')).toMatch(
      /Outer\.<\/p>\s*<p>Inner\.<\/p>\s*<pre><code class="language-js">code/
    )
    expect(await buildWith()).toEqual(nothing)
  })

  test.each([
    ['parts/outer.md', parts['parts/outer.md'].replace('Outer.', 'Changed.')],
    ['parts/inner.md', parts['parts/inner.md'].replace('Inner.', 'Changed.')],
    ['parts/code.js', 'Changed.']
  ])('renders exactly the page that includes it when %s is edited', async (path, text) => {
    const edited = await buildWith({[path]: text})
    expect(edited).toMatchObject({rendered: ['/a/alone/'], compiled: ['content/a/alone.md'], problems: []})
    expect(textOf('a/alone/index.html')).toContain('Changed.')
    expect(await buildWith()).toEqual(nothing)
    expect(await buildWith({[path]: new Map(Object.entries(parts)).get(path)})).toMatchObject({compiled: []})
  })

  test('has its own includes watched from when it gets them', async () => {
    await buildWith({'parts/outer.md': 'No more.\n'})
    expect(await buildWith({'parts/code.js': 'unseen()'})).toEqual(nothing)
    await buildWith({'parts/outer.md': '```js file="code.js"\n```\n'})
    const edited = await buildWith({'parts/code.js': 'seen()'})
    expect(edited.rendered).toEqual(['/a/alone/'])
  })

  test('is told of when it is gone, with all that goes with it', async () => {
    const {problems} = await buildWith({'parts/inner.md': undefined})
    expect(problems).toEqual([
      'parts/outer.md:6:11 error markdown/include-missing-file: Expected a file `parts/inner.md` to include, found none'
    ])
    expect(await buildWith({'parts/inner.md': parts['parts/inner.md']})).toMatchObject({problems: []})
  })

  test('may be an article that is included by another', async () => {
    await buildWith({'content/a/alone.md': '# Alone\n\n::include{file="other.md"}\n'})
    const edited = await buildWith({'examples/two.js': '// #region b\ndue()\n// #endregion\n'})
    expect(edited).toMatchObject({rendered: ['/a/alone/', '/a/other/']})
    expect(textOf('a/alone/index.html')).toContain('due()')
  })
})

describe('images of included texts', () => {
  const image = '<svg xmlns="http://www.w3.org/2000/svg" width="6" height="4"/>'
  const including = {
    'content/a/shows.md': '# Shows\n\n::include{file="/parts/p.md"}',
    'parts/p.md':
      '![A](img/one.svg)\n\n<img src="../two%20b.svg">\n\n::include{file="deep/q.md"}\n\n![B](gone.svg)\n',
    'parts/deep/q.md':
      '[![C](<../img/one.svg>)](../img/three.png "t")\n\n![D](/f.svg) ![E](https://example.org/e.png)\n',
    'parts/img/one.svg': image,
    'parts/img/three.png': 'image',
    'parts/img/unused.svg': image,
    'two b.svg': image,
    'public/f.svg': image
  }
  const shown =
    '<img src="/included/parts/img/one.svg" alt="A" loading="lazy" decoding="async" width="6" height="4">'

  test('have addresses of their own, wherever they lie', async () => {
    const {problems} = await buildWith(including)
    const html = pageText('a/shows/index.html')
    expect(html).toContain(shown)
    expect(html).toContain('<img src="/included/two%20b.svg" width="6" height="4">')
    expect(html).toContain('<a href="/included/parts/img/three.png"')
    expect(html).toContain('<img src="/f.svg" alt="D"')
    expect(problems).toEqual([
      'parts/p.md:7:6 warning routing/broken-reference: Expected a page or file of this site, found `gone.svg`'
    ])
    expect([...host.outputs.keys()].filter((path) => path.startsWith('included/')).sort()).toEqual([
      'included/parts/img/one.svg',
      'included/parts/img/three.png',
      'included/two b.svg'
    ])
  })

  test('are not opened again when nothing has changed, and the page is rendered when one of them has', async () => {
    await buildWith(including)
    expect(await buildWith()).toMatchObject({opened: [], compiled: [], rendered: []})
    const changed = await buildWith({'parts/img/one.svg': image.replace('6', '8')})
    expect(changed).toMatchObject({compiled: [], rendered: ['/a/shows/']})
    expect(pageText('a/shows/index.html')).toContain(shown.replace('6', '8'))
    const made = await buildWith({'parts/gone.svg': image})
    expect(made).toMatchObject({compiled: [], rendered: ['/a/shows/'], problems: []})
    const deleted = await buildWith({'parts/gone.svg': undefined})
    expect(deleted.problems).toHaveLength(1)
    expect(host.outputs.has('included/parts/gone.svg' as OutputPath)).toBe(false)
  })

  test('go when no text shows them', async () => {
    await buildWith(including)
    await buildWith({'content/a/shows.md': '# Shows'})
    expect([...host.outputs.keys()].filter((path) => path.startsWith('included/'))).toEqual([])
  })
})

function pageText(path: string): string {
  return new TextDecoder().decode(host.outputs.get(path as OutputPath))
}
