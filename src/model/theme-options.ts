/** A link to the site's people elsewhere. */
export interface SocialLink {
  readonly name: string
  readonly url: string
}

/** How light and dark are chosen: by the reader's system and a switch, by the system alone, or once for all. */
export type Appearance = 'switch' | 'system' | 'light' | 'dark'

/** Lists of font families as CSS has them; what is absent is the theme's own. */
export interface ThemeFonts {
  readonly text?: string
  readonly headings?: string
  readonly code?: string
}

/** What a site has chosen of its theme, defaults filled in. */
export interface ThemeOptions {
  /** Stands for the site's title in the header: a route path or a source. */
  readonly logo?: string
  /** A color of CSS, of links and marks; as light or dark as it has to be to be read. */
  readonly accent?: string
  readonly fonts: ThemeFonts
  readonly appearance: Appearance
  /** Style sheets after those of the theme: route paths. */
  readonly styles: ReadonlyArray<string>
  /** A line at the end of each page. */
  readonly footer?: string
  readonly social: ReadonlyArray<SocialLink>
  /** Where a page's source can be changed, with the token `:source`. */
  readonly editUrl?: string
  /** How many of the first articles the home page shows large. */
  readonly featured: number
}
