import {expect, test} from 'vitest'
import {build} from '#src/build/build.ts'
import {memoryHost} from '#src/host/memory-host.ts'
import type {LoadedTemplate} from '#src/model/host.ts'
import type {PageView} from '#src/model/view.ts'
import {plainOptions} from '../build/check-build.ts'
import {plainTemplates} from '../build/plain-templates.ts'

/** Shows what an article has beside its text. */
const articleOfData: LoadedTemplate = {
  name: 'page',
  file: 'templates/page.tsx',
  hash: 'page of data',
  render: ({view, page}: PageView) =>
    ({
      ...plainTemplates.find(({name}) => name === 'page')?.render({view, page} as never),
      key: JSON.stringify([page.params, page.terms, view.site().params])
    }) as never
}

/** A site in which `name` stands wherever somebody may choose one. */
function siteOf(name: string): Readonly<Record<string, string>> {
  return {
    'galley.config.json': `{
      "title": ${JSON.stringify(name)},
      "params": {"${name}": {"${name}": "${name}"}},
      "menus": {"${name}": [{"name": "${name}", "url": "/${name.toLowerCase()}/"}]},
      "sections": {"${name}": {"defaults": {"params": {"${name}": "x"}}}},
      "environments": {"${name}": {"title": "Other"}},
      "redirects": [{"from": "/${name}-old/:${name.replace(/^_+/, '')}/", "to": "/${name.toLowerCase()}/"}]
    }`,
    [`content/${name}/_index.md`]: `---\ntitle: ${name}\ncascade:\n  params:\n    ${name}: ${name}\n---\n`,
    [`content/${name}/${name}.md`]: article(name),
    [`content/b/${name}/index.md`]: '---\ntitle: Bundle\nweight: 2\n---\n![x](file.txt)\n',
    [`content/b/${name}/file.txt`]: 'text',
    [`content/tags/${name}/_index.md`]: '---\ntitle: Term\n---\n',
    [`content/json.md`]: `---json\n{"title": "J", "weight": 3, "${name}": {"${name}": 1}, "params": {"${name}": [1]}}\n---\n`,
    [`content/toml.md`]: `+++\ntitle = "T"\nweight = 4\n[params.${name}]\n${name} = "x"\n+++\n`,
    [`public/${name}.txt`]: 'asset',
    [`public/data/${name}.json`]: `{"${name}": 1}`
  }
}

function article(name: string): string {
  return `---
title: ${name}
weight: 1
tags: [${name}]
categories: [${name}]
authors: [${name}]
series: ${name}
keywords: [${name}]
aliases: [/${name}-alias/]
layout: page
${name}: {${name}: ${name}}
params: {${name}: {${name}: ${name}}}
---

# ${name} {#${name}}

[[${name}]] [${name}] [x](#${name}) [y](../b/${name}/index.md) x[^${name}]

[${name}]: /${name}/

[^${name}]: A note.

*[${name}]: words

\`\`\`${name} ${name}=${name}
code
\`\`\`

:::${name}[${name}]{${name}=${name}}
within
:::

::${name}{${name}}

> [!${name}]
> text

{{< ${name} ${name}="${name}" >}}
`
}

/** A name as plain as any, and as long as `word`, of letters that no other word of the site has. */
function plainOf(word: string): string {
  return 'zqu'.padEnd(word.length, 'xzy')
}

async function built(name: string): Promise<unknown> {
  const templates = [...plainTemplates.filter((template) => template.name !== 'page'), articleOfData]
  const host = memoryHost(siteOf(name), {templates})
  const {diagnostics, isWritten} = await build(host, {...plainOptions, keepGoing: true})
  const again = await build(host, {...plainOptions, keepGoing: true})
  expect(again.diagnostics).toEqual(diagnostics)
  const shown = {
    isWritten,
    // What is meant with a name depends on how near it is to another.
    diagnostics: diagnostics.map(({hint: _, place, ...rest}) => ({...rest, line: place?.line})).map(inPlain),
    outputs: [...host.outputs].map(([path, bytes]) => inPlain([path, new TextDecoder().decode(bytes)]))
  }
  return {...shown, diagnostics: shown.diagnostics.sort(), outputs: shown.outputs.sort()}

  function inPlain(value: unknown): string {
    const word = name.replaceAll('_', '')
    const upper = word.charAt(0).toUpperCase() + word.slice(1)
    const plain = plainOf(word)
    const spellings = [word, word.toLowerCase()]
    const text = spellings.reduce((text, spelling) => text.replaceAll(spelling, plain), JSON.stringify(value))
    return text.replaceAll(upper, plain.charAt(0).toUpperCase() + plain.slice(1))
  }
}

test.each([
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  'toLocaleString',
  'toJSON'
])('%s is a name like any other, wherever one may be chosen', async (name) => {
  const own = Object.getOwnPropertyNames(Object.prototype)
  expect(await built(name)).toEqual(await built(name.replace(/[a-z]+/i, plainOf)))
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(own)
})
