import type {Appearance, SocialLink, ThemeFonts, ThemeOptions} from '#src/model/theme-options.ts'

/** How the built-in theme looks. Every part is optional. */
export interface ThemeRules {
  /** Image in place of the site's title in the header: `/logo.svg`. */
  readonly logo?: string
  /** Color of links and marks, any of CSS: `#0b57a4`. Its lightness is changed where it could not be read. */
  readonly accent?: string
  /** Font families as CSS lists them: `{text: '"Source Serif", serif'}`. Default: fonts that readers have. */
  readonly fonts?: ThemeFonts
  /**
   * Light and dark: by the reader's system with a switch in the header, by the system alone (`system`), or only one of them.
   * Default: `switch`.
   */
  readonly appearance?: Appearance
  /** Style sheets after those of the theme: `/site.css` for `public/site.css`. */
  readonly styles?: ReadonlyArray<string>
  /** A line at the end of each page. */
  readonly footer?: string
  /** Links in the footer to where the site's people are elsewhere. */
  readonly social?: ReadonlyArray<SocialLink>
  /**
   * Where readers can change a page, with `:source` for the path of its file:
   * `https://github.com/me/site/edit/main/:source`.
   */
  readonly editUrl?: string
  /** How many of the first articles the home page shows large. Default: 1. */
  readonly featured?: number
}

/** Fill in the defaults. */
export function toThemeOptions(rules: ThemeRules): ThemeOptions {
  const {logo, accent, fonts = {}, appearance = 'switch', styles = [], social = []} = rules
  const {footer, editUrl, featured = 1} = rules
  return {
    ...(logo === undefined ? {} : {logo}),
    ...(accent === undefined ? {} : {accent}),
    fonts: {
      ...(fonts.text === undefined ? {} : {text: fonts.text}),
      ...(fonts.headings === undefined ? {} : {headings: fonts.headings}),
      ...(fonts.code === undefined ? {} : {code: fonts.code})
    },
    appearance,
    styles,
    ...(footer === undefined ? {} : {footer}),
    social: social.map(({name, url}) => ({name, url})),
    ...(editUrl === undefined ? {} : {editUrl}),
    featured
  }
}
