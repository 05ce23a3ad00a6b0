/** What a new site is made for. */
export interface StarterValues {
  readonly title: string
  /** Name of its package: lower case, without blanks. */
  readonly packageName: string
  /** Calendar day. */
  readonly date: string
  /** As npm is told which Galley it depends on. */
  readonly galley: string
}

/** Files of a site that builds at once and says in its own pages what it is made of, by path. */
export function starterSite(values: StarterValues): Readonly<Record<string, string>> {
  const title = JSON.stringify(values.title)
  return {
    'package.json': packageJson(values),
    '.gitignore': 'node_modules/\ndist/\n.galley/\n',
    'galley.config.ts': configuration(title),
    'tsconfig.json': typeScript,
    'content/_index.md': home(title),
    'content/about.md': about,
    'content/articles/_index.md':
      '---\ntitle: Articles\ndescription: Everything that was written here.\n---\n',
    'content/articles/hello.md': hello(values.date),
    'archetypes/articles.md': archetype,
    'templates/README.md': aboutTemplates,
    'public/favicon.svg': icon
  }
}

function packageJson({packageName, galley}: StarterValues): string {
  const content = {
    name: packageName,
    private: true,
    type: 'module',
    scripts: {dev: 'galley dev', build: 'galley build', preview: 'galley preview'},
    devDependencies: {galley},
    // Its script does nothing that is needed.
    allowScripts: {esbuild: false}
  }
  return `${JSON.stringify(content, undefined, 2)}\n`
}

/** For editors: what builds the site has no need of it. */
const typeScript = `${JSON.stringify(
  {
    compilerOptions: {
      ...{target: 'es2022', module: 'preserve', jsx: 'react-jsx', jsxImportSource: 'preact'},
      ...{strict: true, noEmit: true, skipLibCheck: true, allowImportingTsExtensions: true}
    },
    include: ['galley.config.ts', 'plugins', 'templates']
  },
  undefined,
  2
)}\n`

const configuration = (title: string): string =>
  [
    `import {defineConfig} from 'galley'`,
    '',
    'export default defineConfig({',
    `  title: ${title},`,
    `  description: 'What this site is about, in one sentence.',`,
    '  // Where it will be: addresses in feeds, the sitemap and link previews begin with it.',
    `  baseUrl: 'https://example.org/',`,
    '  menus: {',
    '    main: [',
    `      {name: 'Articles', url: '/articles/'},`,
    `      {name: 'About', url: '/about/'}`,
    '    ]',
    '  }',
    '})',
    ''
  ].join('\n')

const home = (title: string): string => `---
title: ${title}
---

Welcome. This text is \`content/_index.md\`; the articles below it come by themselves.
`

const about = `---
title: About
---

A page that is in no list: it lies beside the folders of \`content/\`, not in one of them. Who writes here, and what about?
`

const hello = (date: string): string => `---
title: Hello
date: ${date}
description: The first article, and how to write those that follow.
tags: [first steps]
---

This article is \`content/articles/hello.md\`. Run \`npm run dev\`, change a word, save, and look: the page in the browser follows.

<!-- more -->

## The next article

\`\`\`sh
npx galley new articles/my-title
\`\`\`

writes \`content/articles/my-title.md\` with a title, today's date and \`draft: true\`. What it begins with stands in \`archetypes/articles.md\`. Take the
line with \`draft\` away when it may be read.

## What is where

| folder | what it holds |
|---|---|
| \`content/\` | articles and pages; a folder is a section with a list, and images lie beside their article |
| \`templates/\` | your own versions of parts of the theme; empty, so that the theme is as it comes |
| \`public/\` | files that are copied as they are |
| \`galley.config.ts\` | title, address, menus and all other settings |

## Links and notes

Link to a page by its file, and a link that leads nowhere is told: [about this site](../about.md).

> [!TIP]
> \`npm run build\` writes the site to \`dist/\`, and \`npm run preview\` serves that as a host will.
`

const archetype = `---
title: {{title}}
date: {{date}}
tags: []
draft: true
---

What is it about?
`

const aboutTemplates = `# Templates of this site

Each page is made by a function in a file of the theme. A file here takes the place of the theme's file of the same path; all others stay.

| file | what it makes |
|---|---|
| \`home.tsx\`, \`section.tsx\`, \`article.tsx\`, \`page.tsx\` | kinds of pages |
| \`partials/*.tsx\` | parts that these share |
| \`components/*.tsx\` | what articles call by name |
| \`assets/*\` | styles, scripts and images |

Copy the file that you want to change from \`node_modules/galley/templates/\`, and change it. This file is no template, and can go.
`

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  <rect width="32" height="32" rx="6" fill="#2b4a6f"/>
  <path d="M8 10h16M8 16h16M8 22h10" stroke="#fff" stroke-width="3" stroke-linecap="round"/>
</svg>
`
