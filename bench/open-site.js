import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathOf} from './articles/front-matter.js'
import {makeSite, sourceOf, sourceText} from './make-site.js'

/**
 * Make a site for a system, with what scenarios do to it. An edit takes the place of the last one of its kind, so that the site
 * stays the same size.
 *
 * @param {{folder: string, system: object, articles: object, highlight: boolean}} options
 */
export function openSite({folder, system, articles, highlight}) {
  makeSite(folder, system, articles)
  const edited = Math.floor(articles.count / 2)
  const source = sourceOf(folder, edited)
  const text = sourceText(system, articles, edited)
  const page = `${pathOf(edited)}/index.html`
  const footer = join(folder, system.footer)
  const footerText = readFileSync(footer, 'utf8')
  let title = /^title: (.*)$/m.exec(text)[1]
  let note = ''

  return {
    folder,
    system,
    highlight,
    /** Address of the article that is edited. */
    editedPath: `/${pathOf(edited)}/`,
    /** Take away all that builds have left. */
    forget() {
      for (const name of [system.output, ...system.remembered]) {
        rmSync(join(folder, name), {recursive: true, force: true})
      }
      return undefined
    },
    editBody(mark) {
      note = `\nEdited ${mark}.\n`
      writeArticle()
      return {page, text: `Edited ${mark}.`}
    },
    retitle(mark) {
      title = `Retitled ${mark}`
      writeArticle()
      return {page, text: `<h1>${title}</h1>`}
    },
    editFooter(mark) {
      writeFileSync(footer, footerText.replace('Edition 0', `Edition ${mark}`))
      return {page, text: `Edition ${mark}`}
    },
    /** Throws when the last build did not show what was edited: then it was not the work that is measured. */
    check(expected) {
      if (expected === undefined) return
      const html = readFileSync(join(folder, system.output, expected.page), 'utf8')
      if (!html.includes(expected.text)) throw new Error(`${expected.page} does not show “${expected.text}”`)
    }
  }

  function writeArticle() {
    writeFileSync(source, text.replace(/^title: .*$/m, `title: ${title}`) + note)
  }
}
