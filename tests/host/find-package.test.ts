import {describe, expect, test} from 'vitest'
import {temporarySite} from './temporary-site.ts'

const manifest = JSON.stringify({name: 'mermaid', version: '1.2.3'})

describe('a package', () => {
  test.each(['site/node_modules/mermaid', 'node_modules/mermaid'])(
    'is found in %s, and its files can be read',
    async (folder) => {
      const site = temporarySite({'site/content/a.md': '# A'})
      site.write(`${folder}/package.json`, manifest)
      site.write(`${folder}/dist/a.mjs`, '1')
      const {value, diagnostics} = await site.host.listPackage('mermaid')
      const paths = value.map(({path}) => path)
      expect({paths, diagnostics}).toEqual({
        paths: ['node_modules/mermaid@1.2.3/dist/a.mjs', 'node_modules/mermaid@1.2.3/package.json'],
        diagnostics: []
      })
      const bytes = await site.host.read(paths[0] ?? '')
      expect(new TextDecoder().decode(bytes)).toBe('1')
    }
  )

  test('has no files where it is not installed, or its manifest is none', async () => {
    const site = temporarySite({'site/content/a.md': '# A'})
    expect((await site.host.listPackage('mermaid')).value).toEqual([])
    site.write('site/node_modules/mermaid/package.json', '{')
    expect((await site.host.listPackage('mermaid')).value).toEqual([])
  })

  test('is read in its version alone', async () => {
    const site = temporarySite({'site/content/a.md': '# A'})
    site.write('site/node_modules/mermaid/package.json', manifest)
    expect(await site.host.read('node_modules/mermaid@2.0.0/package.json')).toBeUndefined()
  })
})
