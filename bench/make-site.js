import {cpSync, mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {pathOf} from './articles/front-matter.js'

const systemsFolder = join(import.meta.dirname, 'systems')

/**
 * Lay out a site for a system: its settings and templates, the style that all have, and the articles.
 *
 * @param {string} folder
 *   To be created.
 * @param system
 *   Of `systems/`.
 * @param articles
 *   Of `openArticles`.
 */
export function makeSite(folder, system, articles) {
  mkdirSync(folder, {recursive: true})
  cpSync(join(systemsFolder, system.files), folder, {recursive: true})
  mkdirSync(join(folder, system.publicFolder), {recursive: true})
  cpSync(join(systemsFolder, 'style.css'), join(folder, system.publicFolder, 'style.css'))
  system.prepare?.(folder)
  for (let number = 0; number < articles.count; number++) {
    const file = sourceOf(folder, number)
    mkdirSync(dirname(file), {recursive: true})
    writeFileSync(file, sourceText(system, articles, number))
  }
}

/** Path of an article's Markdown. */
export function sourceOf(folder, number) {
  return join(folder, 'content', `${pathOf(number)}.md`)
}

/** An article as the author of a site for this system would have written it. */
export function sourceText(system, articles, number) {
  const {title, description, date, category, tags, text, path} = articles.article(number)
  const linked = text.replace(/\]\(article:(\d+)/g, (_, other) => {
    return `](${system.link(path, pathOf(Number(other) % articles.count))}`
  })
  return `---
title: ${title}
description: ${description}
date: ${date}
categories: [${category}]
tags: [${tags.join(', ')}]
---

${linked}
`
}
