import type {ThemeOptions} from '#src/model/theme-options.ts'

/** Name among the bundled files of the style sheet that holds what a site has chosen of its theme. */
export const themeStyleName = 'options.css'

/** Whether the options need a style sheet of their own. */
export function hasThemeStyle({accent, fonts}: ThemeOptions): boolean {
  return accent !== undefined || Object.keys(fonts).length > 0
}

/**
 * The options as custom properties, over those of the theme. An accent keeps its hue; its lightness (OKLCH) is bounded, so that text in
 * it has the contrast that WCAG 2.2 asks for (4.5:1), on light and on dark.
 */
export function renderThemeStyle({accent, fonts}: ThemeOptions): string {
  const properties = [
    ...(accent === undefined ? [] : [['link', readable(accent)]]),
    ...(fonts.text === undefined ? [] : [['serif', fonts.text]]),
    ...(fonts.headings === undefined ? [] : [['sans', fonts.headings]]),
    ...(fonts.code === undefined ? [] : [['mono', fonts.code]])
  ]
  return `:root {\n${properties.map(([name, value]) => `  --${name}: ${value};\n`).join('')}}\n`
}

/** Highest lightness on light paper and lowest on dark. */
const lightMax = 0.52
const darkMin = 0.76

function readable(color: string): string {
  const light = `oklch(from ${color} min(l, ${lightMax}) c h)`
  const dark = `oklch(from ${color} max(l, ${darkMin}) c h)`
  return `light-dark(${light}, ${dark})`
}
