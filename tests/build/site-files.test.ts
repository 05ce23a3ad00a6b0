import {describe, expect, test} from 'vitest'
import {z} from 'zod'
import {buildSite} from './check-build.ts'
import {checkSite, type SiteCase} from './check-site.ts'

const config = {title: 'Notes', description: 'About', baseUrl: 'https://example.org/'}
const page = '-- content/s/a.md --\n---\ntitle: A\n---\n'
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="6" height="4"/>'
const icon = `-- public/favicon.svg --\n${drawing}\n`

async function fileOf(path: string, site: string, settings: object): Promise<string | undefined> {
  const {files, problems} = await buildSite(site, {config: settings})
  expect(problems).toEqual([])
  return files[path]
}

describe('robots.txt', () => {
  test.each<[string, object, string | undefined]>([
    [
      'lets all in, and names the sitemap',
      config,
      'User-agent: *\nDisallow:\n\nSitemap: https://example.org/sitemap.xml\n'
    ],
    [
      'says what the site wants',
      {...config, robots: {disallow: ['/internal/', '/*.pdf$'], block: ['GPTBot', 'CCBot']}},
      'User-agent: *\nDisallow: /internal/\nDisallow: /*.pdf$\n\nUser-agent: GPTBot\nUser-agent: CCBot\nDisallow: /\n\nSitemap: https://example.org/sitemap.xml\n'
    ],
    ['names no sitemap where there is none', {...config, sitemap: false}, 'User-agent: *\nDisallow:\n'],
    ['is off where that is asked', {...config, robots: false}, undefined],
    ['is off in a folder, where nobody reads it', {...config, baseUrl: 'https://example.org/b/'}, undefined],
    ['is off where the address of the site is not known', {title: 'Notes'}, undefined]
  ])('%s', async (_, settings, expected) => {
    expect(await fileOf('robots.txt', page, settings)).toBe(expected)
  })
})

/** What the standard asks of a manifest that Galley writes. @see https://www.w3.org/TR/appmanifest/ */
const manifest = z.strictObject({
  name: z.string().min(1),
  description: z.string().min(1).optional(),
  lang: z.string().min(2),
  start_url: z.string().startsWith('/'),
  scope: z.string().startsWith('/').endsWith('/'),
  display: z.enum(['browser', 'minimal-ui', 'standalone', 'fullscreen']),
  theme_color: z.string().optional(),
  background_color: z.string().optional(),
  icons: z
    .array(
      z.strictObject({
        src: z.string().startsWith('/'),
        type: z.string().startsWith('image/').optional(),
        sizes: z
          .string()
          .regex(/^(?:any|\d+x\d+)$/)
          .optional()
      })
    )
    .min(1)
})

describe('the manifest', () => {
  test('says what the site says of itself', async () => {
    const settings = {
      ...config,
      baseUrl: 'https://example.org/b/',
      manifest: {display: 'standalone', themeColor: '#123', backgroundColor: 'white'}
    }
    const site = `${page}${icon}-- public/icon-192.png --\nno image\n`
    const text = await fileOf('manifest.webmanifest', site, settings)
    expect(manifest.parse(JSON.parse(text ?? ''))).toEqual({
      name: 'Notes',
      description: 'About',
      lang: 'en',
      start_url: '/b/',
      scope: '/b/',
      display: 'standalone',
      theme_color: '#123',
      background_color: 'white',
      icons: [
        {src: '/b/favicon.svg', type: 'image/svg+xml', sizes: 'any'},
        {src: '/b/icon-192.png', type: 'image/png'}
      ]
    })
  })

  test.each<[string, SiteCase]>([
    ['is off where there is no icon', {site: page, config, absent: ['manifest.webmanifest']}],
    [
      'is off where that is asked',
      {site: page + icon, config: {...config, manifest: false}, absent: ['manifest.webmanifest']}
    ],
    [
      'needs no address of the site',
      {site: page + icon, config: {title: 'N'}, has: {'manifest.webmanifest': '"name": "N"'}}
    ],
    [
      'and robots.txt give way to files of the site',
      {
        site: `${page}${icon}-- public/robots.txt --\nown\n-- public/manifest.webmanifest --\nown\n`,
        config,
        has: {'robots.txt': 'own', 'manifest.webmanifest': 'own'}
      }
    ]
  ])('%s', async (_, given) => {
    await checkSite(given)
  })
})
