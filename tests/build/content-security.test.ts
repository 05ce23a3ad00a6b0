import {createHash} from 'node:crypto'
import {describe, expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {memoryHost} from '#src/host/memory-host.ts'
import {buildSite, plainOptions} from './check-build.ts'
import {plainTemplates} from './plain-templates.ts'
import {parseSite} from './site-text.ts'

const page = (path: string, body: string): string => `-- content/${path} --\n---\ntitle: T\n---\n\n${body}\n`
const config = {contentSecurityPolicy: true}

async function policyOf(site: string, settings: object = config): Promise<Readonly<Record<string, string>>> {
  const {files, problems} = await buildSite(site, {config: settings})
  expect(problems).toEqual([])
  return directivesOf(files['_headers'] ?? '')
}

function directivesOf(headers: string): Readonly<Record<string, string>> {
  const [, policy = ''] = /Content-Security-Policy: (.*)/.exec(headers) ?? []
  return Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources.join(' ')]
    })
  )
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

describe('the policy', () => {
  test('lets run what is in the pages, and nothing else', async () => {
    const site =
      page('a.md', '<script>one()</script>\n\n<style>p { color: red }</style>\n') +
      page('b.md', '<script>two()</script>\n\n![x](https://pictures.example/x.png)\n')
    const hashes = [hashOf('one()'), hashOf('two()')].sort().join(' ')
    expect(await policyOf(site)).toEqual({
      'default-src': "'self'",
      'script-src': `'self' ${hashes}`,
      'style-src': `'self' ${hashOf('p { color: red }')}`,
      'style-src-attr': "'unsafe-inline'",
      'img-src': "'self' data: https://pictures.example",
      'font-src': "'self' data:",
      'media-src': "'self'",
      'frame-src': "'self'",
      'object-src': "'none'",
      'base-uri': "'self'"
    })
  })

  test('has what the author adds, and is a header of each host', async () => {
    const settings = {
      contentSecurityPolicy: {
        'connect-src': ["'self'", 'https://api.example'],
        'img-src': ['https:'],
        'object-src': ["'self'"]
      },
      hosting: ['nginx', 'apache', 'vercel', 'firebase']
    }
    const {files} = await buildSite(page('a.md', 'x'), {config: settings})
    const policy = directivesOf(files['_headers'] ?? '')
    expect(policy).toMatchObject({
      'connect-src': "'self' https://api.example",
      'img-src': "'self' data: https:",
      'object-src': "'self'"
    })
    for (const file of ['.nginx.conf', '.htaccess', 'vercel.json', 'firebase.json']) {
      expect([file, files[file]?.includes("default-src 'self'; script-src 'self';")]).toEqual([file, true])
    }
  })

  test.each([
    ['cloudflare', 'netlify'],
    ['netlify', 'nginx']
  ])('is told of where it is longer than a host takes: %s, %s', async (...hosting) => {
    const scripts = Array.from({length: 40}, (_, number) => `<script>run(${number})</script>\n`).join('\n')
    const {problems, files} = await buildSite(page('a.md', scripts), {config: {...config, hosting}})
    const line = /^ *Content-Security-Policy: .*$/m.exec(files['_headers'] ?? '')?.[0] ?? ''
    expect(line.length).toBeGreaterThan(2000)
    const told = `galley.config.ts warning routing/too-long-header: Expected at most 2000 characters in a line of \`_headers\` for Cloudflare, found ${line.length} for \`Content-Security-Policy\``
    expect(problems).toEqual(hosting.includes('cloudflare') ? [told] : [])
  })

  test("is that of the author's own header, where there is one", async () => {
    const settings = {...config, headers: {'/*': {'Content-Security-Policy': "default-src 'none'"}}}
    expect(await policyOf(page('a.md', '<script>one()</script>'), settings)).toEqual({
      'default-src': "'none'"
    })
  })

  test('is none unless it is asked for', async () => {
    expect(await policyOf(page('a.md', '<script>one()</script>'), {hosting: ['netlify']})).toEqual({'': ''})
  })

  test('tells of code that it keeps from running', async () => {
    const {problems} = await buildSite(page('a.md', '<p onclick="one()">x</p>'), {config})
    expect(problems).toEqual([
      "content/a.md warning build/blocked-handler: Expected scripts that the site's `contentSecurityPolicy` lets run, found the attribute `onclick`"
    ])
  })
})

test('no page is rendered twice for it', async () => {
  let calls = 0
  const templates = plainTemplates.map((template) => ({
    ...template,
    render: (view: never) => {
      calls++
      return template.render(view)
    }
  }))
  const pages = Array.from({length: 12}, (_, index) => page(`s/${index}.md`, '<script>one()</script>')).join(
    ''
  )
  const counts = []
  for (const settings of [{}, config]) {
    calls = 0
    await build(memoryHost(parseSite(pages), {templates, config: settings}), plainOptions)
    counts.push(calls)
  }
  expect(counts[0]).toBeGreaterThan(12)
  expect(counts[1]).toBe(counts[0])
})

test('an edit looks at its page alone, and is in the policy', async () => {
  const site =
    page('a.md', '<script>one()</script>') + page('b.md', '<script>two()</script>') + page('c.md', 'x')
  const host = memoryHost(parseSite(site), {templates: plainTemplates, config})
  await build(host, plainOptions)
  const edit = async (text: string): Promise<ReadonlyArray<string>> => {
    host.files.set('content/c.md', `---\ntitle: T\n---\n\n${text}\n`)
    return (await build(host, plainOptions)).rendered
  }
  expect(await edit('y')).toEqual(['/c/'])
  expect(await edit('<script>three()</script>')).toEqual(['/c/', '/_headers'])
  const {'script-src': scripts} = directivesOf(
    new TextDecoder().decode(host.outputs.get('_headers' as never))
  )
  expect(scripts).toBe(`'self' ${[hashOf('one()'), hashOf('two()'), hashOf('three()')].sort().join(' ')}`)
  expect(await build(host, plainOptions)).toMatchObject({rendered: [], created: 0, updated: 0, removed: 0})
})
