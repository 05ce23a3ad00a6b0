import {pngOfSize} from './png-of-size.ts'

/** Files of a site in which nothing is wrong, by path from its root. Those that faults are put into are written out; the others give it size. */
export function realisticSite(): Readonly<Record<string, string | Uint8Array>> {
  return {...ownPages, ...manyArticles()}
}

const config = `import {defineConfig} from 'galley'

export default defineConfig({
  title: 'The Composing Room',
  description: 'Notes on type, presses and the people who worked them.',
  baseUrl: 'https://example.org/notes/',
  language: 'en',
  markdown: {math: true, wikilinks: true, checkCode: true},
  menus: {
    main: [
      {name: 'Articles', url: '/articles/'},
      {name: 'About', url: '/about/'}
    ]
  },
  redirects: [
    {from: '/blog/:slug/', to: '/articles/:slug/'},
    {from: '/start/', to: '/about/'}
  ],
  checks: {'site/orphan': 'hint'},
  budgets: {html: 20_000, css: 60_000, script: 30_000},
  sections: {articles: {pageSize: 5}, guide: {order: ['weight', 'title']}}
})
`

const setting = `---
title: Setting a line by hand
description: How a compositor fills a stick, spaces a line until it is tight, and reads it upside down.
date: 2024-03-10
tags: [type, craft]
categories: [Practice]
authors: [ada]
aliases: [/hand-setting/]
---

A compositor holds the stick in one hand and fills it with the other. What is set there is read
[from left to right, upside down](../guide/reading-type.md), as the [proof](the-first-proof/index.md#pulling-it) will show.

## The stick

It is a tray of three sides[^name]. One of them moves, and its place is the *measure* of the text.

[^name]: Printers called it so when it was still made of wood.

| part | what it does |
|---|---|
| head | holds the line |
| knee | is the measure |

## The spaces {#spaces}

Spaces are pieces of metal too, as is told [above](#the-stick):

\`\`\`js title="justify.js"
export function justify(line, measure) {
  return line.width > measure ? tighter(line) : wider(line)
}
\`\`\`

> [!TIP]
> Begin with the widest.

:::details[What is an em?]
The height of the type, taken as a width.
:::

The tightness of a line is $t = w / m$, and the line is done at 1.
`

const proof = `---
title: The first proof
description: What a galley proof is, how it is pulled, and why nobody who has corrected one trusts a screen.
date: 2024-04-02
tags: [proofs, craft]
categories: [Practice]
authors: [ada, ben]
preview_image: proof.png
---

A proof is the first print of what was [set](../setting-a-line.md#spaces).

![A sheet with marks at its edge](proof.png "Marks of the reader")

## Pulling it

Ink the type, lay the paper, and pull.

1. The roller goes over it twice.
2. The paper is damp.

See [[setting-a-line]] for what comes before, and the [list of marks](marks.txt).

## What is looked for

- turned letters,
- wrong founts,
- <span class="mark">lines</span> that are too tight.
`

const ownPages: Readonly<Record<string, string | Uint8Array>> = {
  'galley.config.ts': config,
  'content/_index.md':
    '---\ntitle: The Composing Room\ndescription: Notes on type, presses and the people who worked them, by two of these people.\n---\n\nWelcome. Begin with [the stick](articles/setting-a-line.md).\n',
  'content/about.md':
    '---\ntitle: About\ndescription: Who writes here, since when, and how to send a correction to the two of them.\n---\n\nTwo printers write here. [Articles](articles/_index.md), [guide](/guide/).\n',
  'content/articles/_index.md':
    '---\ntitle: Articles\ndescription: All that was written here about type and presses, the newest first.\n---\n',
  'content/guide/_index.md':
    '---\ntitle: Guide\ndescription: How things are done, from reading type upside down to washing it.\n---\n',
  'content/guide/reading-type.md':
    '---\ntitle: Reading type\ndescription: Type is a mirror of what it prints. Three exercises to read it as fast as print.\nweight: 10\n---\n\nRead it from left to right, upside down. Then go on to [washing](washing-type.md).\n',
  'content/guide/washing-type.md':
    '---\ntitle: Washing type\ndescription: Ink that dries on type stays there. What to wash it with, and what never to use.\nweight: 20\n---\n\nWash it while it is wet, and put it back as [the guide](_index.md) says.\n',
  'content/authors/ada/_index.md':
    '---\ntitle: Ada\ndescription: She has set type since she could reach the upper case.\n---\n\nAda sets type.\n',
  'content/authors/ben/_index.md':
    '---\ntitle: Ben\ndescription: He reads what others have set, and marks what is wrong.\n---\n\nBen reads proofs.\n',
  'content/articles/setting-a-line.md': setting,
  'content/articles/the-first-proof/index.md': proof,
  'content/articles/the-first-proof/proof.png': pngOfSize(1200, 675),
  'content/articles/the-first-proof/marks.txt': 'stet\nδ\n',
  'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n'
}

const subjects = [
  'Ink',
  'Paper',
  'Rollers',
  'Leading',
  'Cases',
  'Rules',
  'Quoins',
  'Chases',
  'Stones',
  'Mallets'
]

/** Articles that link to each other in a ring. */
function manyArticles(): Readonly<Record<string, string>> {
  const names = subjects.flatMap((subject) =>
    ['before', 'after'].map((time) => `${subject.toLowerCase()}-${time}-the-war`)
  )
  return Object.fromEntries(
    names.map((name, index) => {
      const [subject = '', time = ''] = name.split('-')
      const title = `${subject.charAt(0).toUpperCase()}${subject.slice(1)} ${time} the war`
      const next = names[(index + 1) % names.length]
      const day = String((index % 27) + 1).padStart(2, '0')
      const text = `---
title: ${title}
description: What was told of ${subject} ${time} the war, by those who had it in their hands each day.
date: 2023-${String((index % 12) + 1).padStart(2, '0')}-${day}
tags: [history, ${index % 2 === 0 ? 'type' : 'proofs'}]
categories: [History]
authors: [${index % 3 === 0 ? 'ada' : 'ben'}]
---

Nobody writes of ${subject} as long as there is enough. This is what was kept in letters, and what two of us were told.

## Letters

The first letter is of ${day} days, as [the next article](${next}.md) tells.

## What was told

It was *dear*, and it was late.
`
      return [`content/articles/${name}.md`, text]
    })
  )
}
