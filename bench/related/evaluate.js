import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import {build} from 'esbuild'
import {randomFrom} from '../articles/random.js'
import {rankAsHugo, rankByTfIdf} from './baselines.js'
import {interval, mean, measures} from './measures.js'

/*
 * Judges related articles by the links that authors have set themselves: `npm run eval:related -- FOLDER`, a site, or a folder of
 * Markdown. An article with links is a question, what it links to is the answer; the better a method, the further ahead it has that.
 *
 * In setting A the words of links count, in setting B whole sentences with links are taken out, which stands for what nobody has linked. A
 * link on a blog leads back in time: under the rule `older` all methods rank older articles alone.
 */

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  console.error('Usage: npm run eval:related -- FOLDER')
  process.exit(2)
}
const root = resolve(import.meta.dirname, '../..')
const work = mkdtempSync(join(tmpdir(), 'galley-related-'))
try {
  await evaluate(await loadGalley())
} finally {
  rmSync(work, {recursive: true})
}

async function evaluate(galley) {
  const related = await openRelated(galley)
  const articles = related.articles.map(({article}) => ({...article, ...factsOf(galley, article)}))
  const numbers = new Map(articles.map(({source}, number) => [source, number]))
  const links = articles.map(({links}, article) =>
    links.map((source) => numbers.get(source)).filter((other) => other !== undefined && other !== article)
  )
  const linkCount = links.reduce((sum, {length}) => sum + length, 0)
  console.log(`${articles.length} articles, ${linkCount} links between them`)
  const settings = {A: {links: 1}, B: {links: 0}}
  for (const [setting, over] of Object.entries(settings)) {
    const config = {...galley.defaultRelated, fields: {...galley.defaultRelated.fields, ...over}}
    const fields = Object.entries(config.fields).flatMap(([field, weight]) => (weight > 0 ? [field] : []))
    const counts = galley.countGrams(galley.numberWords(articles, config.fields))
    const ranking = galley.rankAlone(galley.indexGrams(counts, config.weights))
    const methods = {
      galley: articles.map((_, number) => galley.rankedOf(ranking, number).map(({article}) => article)),
      'TF-IDF': rankByTfIdf(articles, fields),
      Hugo: rankAsHugo(articles)
    }
    for (const rule of ['any', 'older'])
      report(`Setting ${setting}, ${rule}`, methods, {articles, links, rule})
  }
  const {calibrationError, isCalibrated, precision, surePrecision} = galley.judgeSite(related)
  const error = isCalibrated ? calibrationError.toFixed(3) : `${calibrationError.toFixed(3)} (uncalibrated)`
  console.log(`\nCalibration error ${error}`)
  console.log(
    `Linked of the first three ${precision.toFixed(3)}, of their surest quarter ${surePrecision.toFixed(3)}`
  )
}

/** Print what each method comes to, and by how much the first is ahead of the others. */
function report(title, methods, {articles, links, rule}) {
  const isEligible = (article, other) => rule === 'any' || articles[other].day <= articles[article].day
  const questions = links.flatMap((linked, article) => {
    const answers = new Set(linked.filter((other) => isEligible(article, other)))
    return answers.size === 0 ? [] : [{article, answers}]
  })
  console.log(`\n${title}: ${questions.length} articles with links`)
  const scores = Object.fromEntries(
    Object.entries(methods).map(([name, lists]) => [
      name,
      Object.fromEntries(
        Object.entries(measures).map(([measure, score]) => [
          measure,
          questions.map(({article, answers}) =>
            score(
              lists[article].filter((other) => isEligible(article, other)),
              answers
            )
          )
        ])
      )
    ])
  )
  const header = Object.keys(measures).map((measure) => measure.padStart(20))
  console.log(''.padEnd(18) + header.join(''))
  for (const [name, byMeasure] of Object.entries(scores)) {
    console.log(name.padEnd(18) + Object.values(byMeasure).map(cell).join(''))
  }
  for (const other of ['TF-IDF', 'Hugo']) {
    const ahead = Object.keys(measures).map((measure) =>
      scores.galley[measure].map((value, index) => value - scores[other][measure][index])
    )
    console.log(`ahead of ${other}`.padEnd(18) + ahead.map(cell).join(''))
  }
}

function cell(values) {
  const [low, high] = interval(values, randomFrom(1)).map((bound) => bound.toFixed(3))
  return `${mean(values).toFixed(3)} [${low}, ${high}]`.padStart(24)
}

/** The parts of Galley that are measured, as modules. */
async function loadGalley() {
  const entries = [
    ['build/open-site.ts', 'host/node-host.ts'],
    ['content/split-front-matter.ts', 'content/type-front-matter.ts'],
    ['number-words', 'count-grams', 'ranking-index', 'rank-together', 'ranking', 'judge-site'].map(
      (module) => `related/${module}.ts`
    ),
    ['model/related.ts']
  ].flat()
  const bundle = join(root, 'node_modules', '.cache', 'galley-related')
  await build({
    stdin: {
      contents: entries.map((entry) => `export * from './src/${entry}'`).join('\n'),
      resolveDir: root,
      loader: 'ts'
    },
    outfile: join(bundle, 'galley.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error'
  })
  return import(pathToFileURL(join(bundle, 'galley.mjs')).href)
}

/** What Galley finds in the folder, of which a copy is opened: nothing is written to it. */
async function openRelated({nodeHost, openSite}) {
  const site = join(work, 'site')
  if (existsSync(join(folder, 'content'))) {
    cpSync(folder, site, {
      recursive: true,
      filter: (path) => !/(?:^|\/)(?:node_modules|dist|\.git|\.galley)$/.test(path)
    })
  } else {
    mkdirSync(site)
    cpSync(folder, join(site, 'content'), {recursive: true})
  }
  const host = nodeHost({
    root: site,
    output: join(site, 'dist'),
    theme: join(root, 'templates'),
    version: 'evaluation'
  })
  const opened = openSite(host, {
    environment: 'production',
    drafts: false,
    future: true,
    expired: false,
    keepGoing: true,
    onCompiled: () => undefined,
    onNotice: console.error
  })
  const related = (await opened.renewWhole()).related()
  if (typeof related === 'string') throw new Error(`The site relates no articles: ${related}`)
  return related
}

/** What the baselines take of front matter. */
function factsOf({splitFrontMatter, typeFrontMatter}, {source, day = ''}) {
  const text = readFileSync(join(work, 'site', source), 'utf8')
  const {value} = typeFrontMatter(source, splitFrontMatter({path: source, text}).value)
  return {day, tags: value.tags ?? [], keywords: value.keywords ?? []}
}
