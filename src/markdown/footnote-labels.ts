import type {Options} from 'remark-rehype'

/** What footnotes say to readers in one language. */
export interface FootnoteLabels {
  /** Heading of the footnotes, for screen readers. */
  readonly heading: string
  /** Of the link from a footnote to its mark; `number` is that of the footnote, with the mark's number where it has several. */
  readonly back: (number: string) => string
}

const english: FootnoteLabels = {heading: 'Footnotes', back: (number) => `Back to reference ${number}`}

const labelsByLanguage: ReadonlyMap<string, FootnoteLabels> = new Map([
  ['de', {heading: 'Fußnoten', back: (number: string) => `Zurück zu Verweis ${number}`}],
  ['es', {heading: 'Notas', back: (number: string) => `Volver a la referencia ${number}`}],
  ['fr', {heading: 'Notes', back: (number: string) => `Retour à l’appel de note ${number}`}],
  ['ru', {heading: 'Сноски', back: (number: string) => `Назад к ссылке ${number}`}]
])

/** What footnotes say in a language (BCP 47); in English where it is none of those that Galley knows. */
export function footnoteLabelsOf(language: string): FootnoteLabels {
  return labelsByLanguage.get(new Intl.Locale(language).language) ?? english
}

/** How remark-rehype labels footnotes in a language (BCP 47). */
export function footnoteOptions(language: string): Options {
  const {heading, back} = footnoteLabelsOf(language)
  return {
    footnoteLabel: heading,
    footnoteBackLabel: (index, rereference) =>
      back(rereference > 1 ? `${index + 1}-${rereference}` : `${index + 1}`)
  }
}
