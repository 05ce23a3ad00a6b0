import type {JsonValue} from '#src/model/json.ts'
import type {Change} from './change.ts'
import type {Dice} from './dice.ts'
import {type SiteModel, withKey} from './model.ts'

/** What concerns the site as a whole: configuration, templates, options, clock. */
export const siteEdits: Readonly<Record<string, Change>> = {
  'edit a template': (model, dice) => {
    const name = dice.pickFrom(Object.keys(model.templates).sort())
    return name === undefined ? model : withTemplate(model, name, dice.pick(marks))
  },
  'add or remove a template': (model, dice) => {
    const name = dice.pick(['wide', 'articles/article', 'articles/section', 'partials/site-footer'])
    return withTemplate(model, name, name in model.templates ? undefined : dice.pick(marks))
  },
  'edit the plugin': (model, dice) => ({...model, shout: dice.pick(['!', '?', '!!', ''])}),
  'retitle the site': inConfig('title', ['Field notes', 'Sea notes', undefined]),
  'change the base url': inConfig('baseUrl', [
    'https://example.org/',
    'https://example.org/base/',
    'http://b.test/'
  ]),
  'change the page size': inConfig('pageSize', [1, 2, 3, 10]),
  'change the order': inConfig('order', [['title'], ['-date'], ['-weight', 'path'], undefined]),
  'change the menu': inConfig('menus', [
    {main: [{name: 'Alpha', url: 'content/articles/alpha.md'}]},
    {main: [{name: 'One', url: '/notes/one/'}], footer: [{name: 'Home', url: '/'}]},
    undefined
  ]),
  'change the taxonomies': inConfig('taxonomies', [
    {tags: false},
    {tags: {path: '/labels/', title: 'Labels', pageSize: 1}},
    {level: {}},
    undefined
  ]),
  'change the rules of sections': inConfig('sections', [
    {articles: {permalink: '/:year/:month/:slug/'}},
    {articles: {permalink: '/:section/:title/', pageSize: 1}, notes: {order: ['-title']}},
    {'': {defaults: {tags: ['everywhere']}}, docs: {defaults: {layout: 'wide'}}},
    undefined
  ]),
  'change the time zone': inConfig('timeZone', ['Pacific/Kiritimati', 'America/Adak', undefined]),
  'change the language': inConfig('language', ['de', 'ar', undefined]),
  'change how raw HTML is treated': inConfig('markdown', [{html: 'escape'}, {parser: 'remark'}, undefined]),
  'change the feeds': inConfig('feed', [
    {formats: ['rss'], terms: ['tags']},
    {content: 'excerpt', limit: 1},
    false,
    undefined
  ]),
  'change what language models get': inConfig('llms', [true, {full: false}, undefined]),
  'change the redirects': inConfig('redirects', [
    [
      {from: '/old/', to: '/notes/one/'},
      {from: '/gone/', status: 410}
    ],
    [
      {from: '/old/*', to: '/:splat'},
      {from: '/older/', to: '/old/notes/one/'}
    ],
    [{from: '/:a/:b/', to: 'content/articles/alpha.md', status: 302}],
    undefined
  ]),
  'change the headers': inConfig('headers', [{}, {'/notes/*': {'X-Mine': 'yes'}}, false, undefined]),
  'change the policy': inConfig('contentSecurityPolicy', [true, {'img-src': ['https:']}, undefined]),
  'change what is compressed': inConfig('compress', [true, ['gzip'], false, undefined]),
  'change the hosts': inConfig('hosting', [['nginx', 'vercel'], ['netlify'], ['github'], undefined]),
  'change parameters': inConfig('params', [{a: 1}, {a: 2}, undefined]),
  'build drafts, or not': toggling('drafts', true),
  'build what is in the future, or not': toggling('future', true),
  'build what has expired, or not': toggling('expired', true),
  'open every file, or not': toggling('hash', true),
  'remove foreign files, or not': toggling('clean', true),
  'build for another address, or not': toggling('baseUrl', 'https://preview.test/pr/1/'),
  'build for another environment, or not': toggling('environment', 'staging'),
  'let days pass': (model, dice) => ({...model, day: model.day + dice.pick([1, -1, 2, 40])})
}

const marks = ['m1', 'm2', 'm3'] as const

type Choices = readonly [JsonValue | undefined, ...ReadonlyArray<JsonValue | undefined>]

function inConfig(key: string, values: Choices): Change {
  return (model, dice: Dice) => ({...model, config: withKey(model.config, key, dice.pick(values))})
}

function toggling(option: keyof SiteModel['options'], value: string | true): Change {
  return (model) => {
    const {[option]: known, ...rest} = model.options
    return {...model, options: known === undefined ? {...rest, [option]: value} : rest}
  }
}

function withTemplate(model: SiteModel, name: string, mark: string | undefined): SiteModel {
  return {...model, templates: withKey(model.templates, name, mark)}
}
