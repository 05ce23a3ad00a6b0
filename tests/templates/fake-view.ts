import type {
  ComponentView,
  FeedLink,
  Heading,
  Html,
  ImageSize,
  JsonObject,
  ListingOwner,
  MenuItem,
  Page,
  PageDate,
  Questions,
  Section,
  Term,
  ThemeOptions
} from 'galley'
import {hasThemeStyle, themeStyleName} from '#src/render/render-theme-style.ts'
import {contentsOf} from '#src/site/contents.ts'

/** A small site, made by hand. */
export interface FakeSite {
  readonly language?: string
  readonly body?: string
  readonly outline?: ReadonlyArray<Heading>
  readonly menus?: Readonly<Record<string, ReadonlyArray<MenuItem>>>
  readonly sections?: ReadonlyArray<Section>
  readonly terms?: ReadonlyArray<Term>
  readonly hasPackages?: boolean
  readonly pages?: ReadonlyArray<Page>
  readonly theme?: Partial<ThemeOptions>
  readonly search?: boolean
  readonly features?: ReadonlyArray<string>
  readonly feeds?: ReadonlyArray<FeedLink>
  /** Sizes of images, by what a template asks for. */
  readonly images?: Readonly<Record<string, ImageSize>>
  readonly params?: JsonObject
  readonly feedsOf?: (owner: ListingOwner) => ReadonlyArray<FeedLink>
  readonly hasMarkdown?: boolean
  /** Route paths of files in `public/`. */
  readonly files?: ReadonlyArray<string>
  readonly isNewestFirst?: boolean
  /** Default: true. */
  readonly isAddressKnown?: boolean
  readonly related?: ReadonlyArray<Page>
  readonly previous?: Page
  readonly next?: Page
}

/** The same for components. */
export function fakeComponentView(site: FakeSite = {}): ComponentView {
  return {...fakeView(site), param: (name) => site.params?.[name]}
}

/** Answers from `site` alone, below the base path `/blog`. */
export function fakeView(site: FakeSite = {}): Questions {
  const terms = site.terms ?? []
  const theme: ThemeOptions = {
    ...{fonts: {}, appearance: 'switch', styles: [], social: [], featured: 1},
    ...site.theme
  }
  const files = [...(site.files ?? []), ...(hasThemeStyle(theme) ? [`/assets/${themeStyleName}`] : [])]
  return Object.freeze<Questions>({
    related: () => site.related ?? [],
    site: () => ({
      title: 'Field Notes',
      description: 'Notes on <making> things & taking them apart',
      baseUrl: 'https://example.org/blog/',
      isAddressKnown: site.isAddressKnown ?? true,
      language: site.language ?? 'en',
      timeZone: 'Pacific/Kiritimati',
      environment: 'production',
      params: {},
      theme,
      search: site.search ?? false
    }),
    pages: ({section, term}) =>
      (site.pages ?? []).filter(
        (page) => term !== undefined || section === undefined || page.section === section
      ),
    section: (name) => site.sections?.find((section) => section.name === name),
    terms: (taxonomy) => terms.filter((term) => term.taxonomy === taxonomy),
    term: (taxonomy, slug) => terms.find((term) => term.taxonomy === taxonomy && term.slug === slug),
    termsOf: (page, taxonomy) =>
      (page.terms[taxonomy] ?? []).flatMap(
        (name) => terms.find((term) => term.taxonomy === taxonomy && term.name === name) ?? []
      ),
    menu: (name) => site.menus?.[name] ?? [],
    taxonomyTitle: (taxonomy) => `${taxonomy.charAt(0).toUpperCase()}${taxonomy.slice(1)}`,
    feeds: (of) => (of === undefined ? (site.feeds ?? []) : (site.feedsOf?.(of) ?? [])),
    neighbors: () => ({
      ...(site.previous === undefined ? {} : {previous: site.previous}),
      ...(site.next === undefined ? {} : {next: site.next})
    }),
    isNewestFirst: () => site.isNewestFirst ?? false,
    body: () => html(site.body ?? '<p>Body.</p>'),
    excerpt: () => html('<p>Excerpt.</p>'),
    outline: () => site.outline ?? [],
    contents: (page) => contentsOf(site.outline ?? [], page, {from: 1, to: 3, minHeadings: 3}),
    wordCount: () => 950,
    readingMinutes: () => 5,
    packageHref: (name) => (site.hasPackages === true ? `/blog/assets/${name}-1.0.0/${name}.mjs` : undefined),
    features: () => site.features ?? [],
    imageSize: (target) => site.images?.[typeof target === 'string' ? target : target.path],
    image: (target) => ({
      src: address('/blog', target),
      ...site.images?.[typeof target === 'string' ? target : target.path],
      sources: []
    }),
    socialImage: () => undefined,
    markdownHref: ({path}) => (site.hasMarkdown === true ? `/blog${path}index.md` : undefined),
    styles: (paths) => paths.map((path) => ({href: address('/blog', path), integrity: 'sha384-x'})),
    script: (path) => ({href: address('/blog', path), integrity: 'sha384-x'}),
    has: (path) => files.includes(path),
    href: (target) => address('/blog', target),
    permalink: (target) => address('https://example.org/blog', target)
  })
}

/** An article; `fields` replace what it has. */
export function fakePage(fields: Partial<Page> = {}): Page {
  return {
    source: 'content/notes/first.md' as Page['source'],
    path: '/notes/first/' as Page['path'],
    kind: 'article',
    section: 'notes',
    title: 'First note',
    isTitleInBody: false,
    unlisted: false,
    draft: false,
    authors: [],
    keywords: [],
    terms: {},
    aliases: [],
    params: {},
    ...fields
  }
}

/** A section without text of its own; `fields` replace what it has. */
export function fakeSection(fields: Partial<Section> = {}): Section {
  return {
    name: 'notes',
    path: fakePath('/notes/'),
    title: 'Notes',
    isTitleInBody: false,
    params: {},
    sections: [],
    ...fields
  }
}

/** A term with three pages; `fields` replace what it has. */
export function fakeTerm(taxonomy: string, name: string, fields: Partial<Term> = {}): Term {
  const slug = name.toLowerCase().replaceAll(' ', '-')
  const params: JsonObject = {}
  return {
    ...{taxonomy, slug, name, title: name, params, pageCount: 3, path: fakePath(`/${taxonomy}/${slug}/`)},
    ...fields
  }
}

export function fakePath(path: string): Page['path'] {
  return path as Page['path']
}

/** Midnight of a calendar day, east of UTC: in UTC it is still the day before. */
export function fakeDate(day: string): PageDate {
  const iso = `${day}T00:00:00+14:00`
  return {iso, day, epoch: Date.parse(iso)}
}

function html(text: string): Html {
  return text as Html
}

function address(base: string, target: string | {readonly path: string}): string {
  const path = typeof target === 'string' ? target : target.path
  return path.startsWith('/') ? `${base}${encodeURI(path)}` : path
}
