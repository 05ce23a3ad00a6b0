import {readdirSync, readFileSync, statSync} from 'node:fs'
import {join, sep} from 'node:path'
import {pathOf} from './articles/front-matter.js'

const sampleCount = 20

/** A page that only forwards is smaller than any other. */
const redirectBytesMax = 1000

/**
 * What a build has made, in numbers that must be the same for every system.
 *
 * @param site
 *   Of `openSite`, built.
 * @param {number} count
 *   Of articles.
 */
export function inspectOutput(site, count) {
  const folder = join(site.folder, site.system.output)
  const read = (path) => readFileSync(join(folder, path), 'utf8')
  const paths = readdirSync(folder, {recursive: true, encoding: 'utf8'}).map((path) =>
    path.split(sep).join('/')
  )
  const articlePaths = new Set(Array.from({length: count}, (_, number) => `${pathOf(number)}/index.html`))
  const pages = paths.filter((path) => path.endsWith('.html'))
  const others = pages.filter((path) => !articlePaths.has(path))
  const redirects = others.filter((path) => isRedirect(join(folder, path)))
  const forwarding = new Set(redirects)
  const listings = others.filter((path) => !forwarding.has(path))
  const terms = listings.filter((path) => /^(categories|tags)\//.test(path))
  return {
    articles: pages.length - others.length,
    lists: listings.length - terms.length,
    terms: terms.length,
    cards: sum(listings, (path) => matches(read(path), /class="card"/g)),
    sitemap: sum(paths.filter(isSitemap), (path) => matches(read(path), /<loc>/g)),
    feed: paths.includes('feed.xml') ? matches(read('feed.xml'), /<(item|entry)>/g) : 0,
    redirects: redirects.length,
    megabytes: sum(paths, (path) => sizeOf(join(folder, path))) / 1e6,
    samples: sampledNumbers(count).map((number) => inspectArticle(pathOf(number), read))
  }
}

/**
 * Differences between the work of two systems, in words; none when they have done the same. What one of them does not have
 * at all is left to `lacks`.
 */
export function differences(work, model) {
  const counts = ['articles', 'lists', 'terms', 'cards', 'feed']
    .filter((name) => work[name] !== model[name] && work[name] > 0 && model[name] > 0)
    .map((name) => `${name}: ${work[name]}, not ${model[name]}`)
  const samples = work.samples.flatMap((sample, index) =>
    Object.keys(sample)
      .filter((name) => sample[name] !== model.samples[index][name])
      .map((name) => `${sample.path}, ${name}: ${sample[name]}, not ${model.samples[index][name]}`)
  )
  return [...counts, ...samples]
}

/** Kinds of work that a system has not done at all. */
export function lacks(work) {
  return ['articles', 'lists', 'terms', 'cards', 'sitemap', 'feed'].filter((name) => work[name] === 0)
}

function inspectArticle(path, read) {
  const html = read(`${path}/index.html`)
  return {
    path,
    contents: matches(html, /<li>\s*<a href="#/g),
    headings: matches(html, /<h[23][ >]/g),
    tags: matches(html, /rel="tag"/g),
    category: matches(html, /<a href="\/categories\/./g),
    code: matches(html, /<pre[ >]/g),
    tables: matches(html, /<table[ >]/g),
    links: matches(html, /href="\/\w+\/article-\d+\/"/g),
    previous: /rel="prev" href="([^"]*)"/.exec(html)?.[1],
    next: /rel="next" href="([^"]*)"/.exec(html)?.[1]
  }
}

function sampledNumbers(count) {
  const length = Math.min(count, sampleCount)
  return Array.from({length}, (_, index) => Math.floor((index * count) / length))
}

function isRedirect(file) {
  return sizeOf(file) <= redirectBytesMax && readFileSync(file, 'utf8').includes('http-equiv="refresh"')
}

/** An index of sitemaps has addresses of files, not of pages. */
function isSitemap(path) {
  return /^sitemap.*\.xml$/.test(path) && !path.includes('index')
}

function sizeOf(file) {
  const found = statSync(file)
  return found.isFile() ? found.size : 0
}

function matches(text, pattern) {
  return text.match(pattern)?.length ?? 0
}

function sum(values, numberOf) {
  return values.reduce((total, value) => total + numberOf(value), 0)
}
