import type {CheckRules} from '#src/diagnostics/apply-rules.ts'
import type {JsonObject} from '#src/model/json.ts'
import type {MarkdownFeatures, MarkdownOptions} from '#src/model/markdown-options.ts'
import type {StandardSchema} from '#src/model/schema.ts'
import type {OrderKey} from '#src/model/selector.ts'
import type {SiteConfig} from '#src/model/site-config.ts'
import type {DeployRules} from './deploy-rules.ts'
import type {HostingRules} from './hosting-rules.ts'
import type {Plugin} from './plugin.ts'
import type {RelatedRules} from './related-rules.ts'
import type {ThemeRules} from './theme-rules.ts'
import type {WebRules} from './web-rules.ts'

/** An entry of a menu, as written in the configuration. */
export interface MenuEntry {
  /** What the reader sees. */
  readonly name: string
  /** A route path (`/about/`), a source (`content/about.md`) or an absolute URL. */
  readonly url: string
  /** Entries below this one. */
  readonly children?: ReadonlyArray<MenuEntry>
}

/** How a taxonomy is presented. */
export interface TaxonomyRules {
  /** Title of its index. Default: its name with a capital letter. */
  readonly title?: string
  /** Route path of its index. Default: its name, `/tags/`. */
  readonly path?: string
  /** Pages per listing of a term. Default: the site's `pageSize`. */
  readonly pageSize?: number
  /** Order of the pages of a term. Default: the site's `order`; for `series` the first part first. */
  readonly order?: ReadonlyArray<OrderKey>
  /** The only names that pages may give; others are warnings. Default: any. */
  readonly allowed?: ReadonlyArray<string>
}

/** How much files may weigh before that is told of. */
export interface BudgetRules {
  /** Bytes of an image at most. Default: 1,000,000. */
  readonly image?: number
  /** Bytes of a page at most, without what it loads. Default: any. */
  readonly html?: number
  /** Bytes of all style sheets of the site that a page loads. Default: any. */
  readonly css?: number
  /** Bytes of all scripts of the site that a page loads. Default: any. */
  readonly script?: number
}

/** Rules for the pages of a section and of those below it. */
export interface SectionRules {
  /**
   * Pattern for addresses, with the tokens `:year`, `:month`, `:day`, `:slug`, `:section`, `:title` and `:filename`:
   * `/:section/:year/:slug/`. Default: folders and file name.
   */
  readonly permalink?: string
  /** Order of the listing. Default: the site's `order`. */
  readonly order?: ReadonlyArray<OrderKey>
  /** Pages per listing. Default: the site's `pageSize`; all of them in a documentation, whose pages have the layout `docs`. */
  readonly pageSize?: number
  /**
   * Sections whose pages its listing has, with those below them. Default: the section's own pages; for the home page, the empty name,
   * all articles but those of documentations, or all where there are no others.
   */
  readonly list?: ReadonlyArray<string>
  /** Front matter that each page has unless it says otherwise, by the names used in front matter. */
  readonly defaults?: JsonObject
  /** Checks and types the `params` of each page: a schema of zod (`z` of `galley`), valibot or arktype. */
  readonly schema?: StandardSchema
  /** How bad problems of its files are to be, by code; over those of the site. */
  readonly checks?: CheckRules
  /** How much its files may weigh. Default: as much as those of the site. */
  readonly budgets?: BudgetRules
}

/** Which headings are in the contents of a page. */
export interface ContentsRules {
  /** First level, 1 to 6. Default: 1; the title of the page is never among them. */
  readonly from?: number
  /** Last level, 1 to 6. Default: 3. */
  readonly to?: number
  /** With fewer headings a page has contents only when its front matter says `toc: true`. Default: 3. */
  readonly minHeadings?: number
}

/** How Markdown is compiled. */
export interface MarkdownRules {
  /**
   * `native` is quick; `remark` is the reference, needed by remark plugins that extend the syntax. The HTML is the
   * same. Default: `native`.
   */
  readonly parser?: MarkdownOptions['parser']
  /** What happens to raw HTML: kept, shown as text, or reduced to a safe subset. Default: `keep`. */
  readonly html?: MarkdownOptions['html']
  /** How bad it is to call a component that the site does not have; its content is shown in either case. Default: `warn`. */
  readonly unknownComponents?: SiteConfig['unknownComponents']
  /** Whether `{{< name >}}` and `{{% name %}}` call components, as in Hugo. Default: true. */
  readonly shortcodes?: boolean
  /** What becomes of a shortcode that is no component: an error, or text as it was written. Default: `error`. */
  readonly unknownShortcodes?: SiteConfig['unknownShortcodes']
  /** Whether `:::name`, `::name` and `:name[…]` call components. Default: true. */
  readonly directives?: boolean
  /** Whether `> [!NOTE]` and `:::note` are notes beside the text. Default: true. */
  readonly callouts?: boolean
  /** Whether lines that start with `: ` tell what the line before them means. Needs the slower parser. Default: false. */
  readonly definitionLists?: boolean
  /** Whether `[[name]]` links to a page by its name. Default: false. */
  readonly wikilinks?: boolean
  /** Whether the content of each heading below the title is a link to it. Default: true. */
  readonly headingLinks?: boolean
  /** Whether tables scroll when they are wide, and align their cells by classes. Default: true. */
  readonly tables?: boolean
  /** Whether the text of a task, `- [ ] text`, is the label of its box. Default: true. */
  readonly taskLists?: boolean
  /** Whether an image by itself is a figure, with its title as caption. Default: true. */
  readonly figures?: boolean
  /** Attributes of links to other sites: `{rel: 'noopener', target: '_blank'}`. Default: none. */
  readonly externalLinks?: {readonly rel?: string; readonly target?: string}
  /**
   * How code gets its colors: `classes` is quick and knows 190 languages; `shiki` has the grammars of VS Code and is a package to
   * install; `false` leaves code as it is, for a plugin. Default: `classes`.
   */
  readonly highlight?: MarkdownFeatures['highlight']
  /** Whether blocks of code show line numbers unless they say `noLineNumbers`. Default: false. */
  readonly lineNumbers?: boolean
  /** Whether long lines of code are broken rather than scrolled, unless their block says `noWrap`. Default: false. */
  readonly wrapLines?: boolean
  /**
   * Whether blocks of JSON, YAML, TOML, JavaScript and TypeScript are parsed, to tell of those that do not parse. A block that says
   * `fragment` is not. Default: false.
   */
  readonly checkCode?: boolean
  /** Whether `$…$` and `$$…$$` are formulas of TeX. Default: false, for prices are written with dollars too. */
  readonly math?: boolean
  /** Whether fences of the language `mermaid` are diagrams. Default: true. */
  readonly mermaid?: boolean
  /** Whether `:rocket:` is an emoji. Default: false. */
  readonly emoji?: boolean
  /** Whether quotes, dashes and ellipses become those of the site's language. Default: false. */
  readonly smartPunctuation?: boolean
  /** Whether `x^2^` raises what is between. Default: false. */
  readonly superscript?: boolean
  /** Whether `H~2~O` lowers what is between single tildes, which else strike it out. Default: false. */
  readonly subscript?: boolean
  /** Whether `==x==` marks what is between. Default: false. */
  readonly highlightMarks?: boolean
  /** Whether `*[HTML]: Hyper Text Markup Language` explains a word wherever it stands in the article. Default: false. */
  readonly abbreviations?: boolean
  /**
   * Seconds that one article may take to compile: one that takes longer is an error. Counts where plugins run, and for texts of more than
   * 100,000 characters. Default: 10.
   */
  readonly secondsMax?: number
  /** Plugins on Markdown's tree, in order; each a function, or a list of it and its options. */
  readonly remarkPlugins?: MarkdownOptions['remarkPlugins']
  /** Plugins on HTML's tree, in order, after raw HTML was parsed. */
  readonly rehypePlugins?: MarkdownOptions['rehypePlugins']
}

/** What a site can say of itself. Every part is optional. */
export interface Config extends WebRules, HostingRules, DeployRules {
  /** Name of the site, shown in the head of each page and in feeds. Default: `Untitled`. */
  readonly title?: string
  /** One sentence for search engines and feeds. Default: empty. */
  readonly description?: string
  /**
   * Where the site will be published, with its folder: `https://example.org/blog/`. Default: `http://localhost/`.
   */
  readonly baseUrl?: string
  /**
   * How addresses look: `/a/` (`folder`), `/a.html` (`html`), `/a` (`bare`), or as seen from the page that they stand on, which needs no server
   * (`relative`). Default: `folder`.
   */
  readonly urls?: SiteConfig['urls']
  /** Language of the texts as a BCP 47 tag: `en`, `de-CH`. Default: `en`. */
  readonly language?: string
  /** IANA name of the zone in which a date without one is meant: `Europe/Berlin`. Default: `UTC`. */
  readonly timeZone?: string
  /** Free values for templates: anything that JSON can hold. */
  readonly params?: JsonObject
  /** Menus by name. */
  readonly menus?: Readonly<Record<string, ReadonlyArray<MenuEntry>>>
  /** Ways to classify, by front matter field, beside `categories`, `tags` and `authors`; `false` switches one off. */
  readonly taxonomies?: Readonly<Record<string, TaxonomyRules | false>>
  /** Rules by section name: `articles`, `docs/guides`; the empty name is the whole site. */
  readonly sections?: Readonly<Record<string, SectionRules>>
  /**
   * Order of listings; the first key decides, the next breaks ties. A `-` reverses. Default:
   * `['weight', '-date', 'title']`.
   */
  readonly order?: ReadonlyArray<OrderKey>
  /** Pages per listing, at least 1. Default: 10. */
  readonly pageSize?: number
  /** Which headings are in the contents of a page. */
  readonly contents?: ContentsRules
  /** How the built-in theme looks. */
  readonly theme?: ThemeRules
  /** Articles that belong beside each other, found by what they say; `false` for none. */
  readonly related?: RelatedRules | false
  /**
   * How bad problems are to be, by code: `{'routing/broken-reference': 'error', 'site/no-title': 'off'}`. Only for those that are
   * warnings and hints by themselves.
   */
  readonly checks?: CheckRules
  /** How much files may weigh before that is told of. */
  readonly budgets?: BudgetRules
  /** How links to other sites are checked. */
  readonly links?: {
    /** Addresses that are not asked for; `*` stands for anything: `https://intranet.example/*`. */
    readonly ignore?: ReadonlyArray<string>
  }
  /** How Markdown is compiled. */
  readonly markdown?: MarkdownRules
  /** Extensions, in order. */
  readonly plugins?: ReadonlyArray<Plugin>
  /** Whether published images keep what cameras and programs noted in them: place, time, device, author. Default: false. */
  readonly keepImageMetadata?: boolean
  /**
   * Beginnings of addresses of other sites: what style sheets, scripts, their tags and images in articles name of them is fetched once, and lies in `vendor/` from then on. Default:
   * none, and nothing is fetched.
   */
  readonly vendor?: ReadonlyArray<string>
  /**
   * Whether the content is a stranger's: raw HTML is sanitized, where it would be kept, and texts include files of `content/` and
   * `public/` alone. `galley build --untrusted` confines the build too. Default: false.
   */
  readonly untrusted?: boolean
  /** Settings by environment, merged over the others: mappings key by key, lists as a whole. */
  readonly environments?: Readonly<Record<string, Omit<Config, 'environments'>>>
}

/** What a configuration may depend on. */
export interface ConfigContext {
  /** `production` unless the command line names another. */
  readonly environment: string
}

/** A function to a configuration, for what depends on the environment. */
export type ConfigFunction = (context: ConfigContext) => Config | Promise<Config>

/** Returns `config` as it is; gives its author types in the editor. */
export function defineConfig<Given extends Config | ConfigFunction>(config: Given): Given {
  return config
}

/** Returns `plugin` as it is; gives its author types in the editor. */
export function definePlugin<Given extends Plugin>(plugin: Given): Given {
  return plugin
}
