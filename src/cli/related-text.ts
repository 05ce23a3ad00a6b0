import type {SiteJudgment} from '#src/related/judge-site.ts'
import type {RelatedArticle, RelatedSite} from '#src/related/relate-articles.ts'

/** What was found beside one article, and why. */
export interface FoundBeside {
  readonly title: string
  readonly isCalibrated: boolean
  readonly threshold: number
  readonly matches: ReadonlyArray<FoundMatch>
}

/** An article that was found beside another. */
export interface FoundMatch {
  readonly source: string
  readonly title: string
  readonly confidence: number
  /** Whether readers see it there. */
  readonly isShown: boolean
  /** Whether the article links to it by itself. */
  readonly isLinked: boolean
  /** What the two have in common, as stems. */
  readonly words: ReadonlyArray<string>
}

/** What to tell of an article; `titleOf` knows the titles of all sources. */
export function describeMatches(
  site: RelatedSite,
  found: RelatedArticle,
  titleOf: (source: string) => string
): FoundBeside {
  return {
    title: titleOf(found.article.source),
    isCalibrated: site.calibration !== undefined,
    threshold: site.threshold,
    matches: found.matches.map((match) => ({
      source: match.other.source,
      title: titleOf(match.other.source),
      confidence: match.confidence,
      isShown: found.shown.includes(match),
      isLinked: found.article.links.includes(match.other.source),
      words: site.sharedWords(found, match)
    }))
  }
}

/** The matches of an article for people, two lines each. */
export function matchesText({title, matches, isCalibrated, threshold}: FoundBeside): string {
  if (matches.length === 0) return `${title}\n  nothing in common with other articles\n`
  const lines = matches.flatMap(({source, title: other, confidence, isShown, isLinked, words}) => {
    const notes = [isShown ? 'shown' : '', isLinked ? 'linked in the text' : ''].filter((note) => note !== '')
    return [
      `  ${sureness(confidence, isCalibrated).padEnd(6)}  ${other}  ${source}${notes.length === 0 ? '' : `  (${notes.join(', ')})`}`,
      `          ${words.join(', ')}`
    ]
  })
  const foot = isCalibrated
    ? `Shown from a confidence of ${percent(threshold)} on.`
    : 'Uncalibrated: the site has too few links to learn from how sure a match is in percent.'
  return [title, ...lines, foot, ''].join('\n')
}

/** The report on a site for people. */
export function reportText(judgment: SiteJudgment): string {
  const {bins, isCalibrated} = judgment
  const rows = [
    ['Articles', String(judgment.articleCount)],
    ['With others beside them', percent(judgment.coverage)],
    ['Others beside one, on average', judgment.shownMean.toFixed(1)],
    ['Confidence that is needed', judgment.threshold.toFixed(2)],
    ['Linked, of the first three matches', percent(judgment.precision)],
    ['Linked, of the surest quarter of them', percent(judgment.surePrecision)],
    [
      'Calibration error',
      `${judgment.calibrationError.toFixed(3)}${isCalibrated ? '' : ' (uncalibrated: too few links)'}`
    ]
  ]
  const table = bins.map(({confidence, linkedShare, caseCount}) => [
    percent(confidence).padStart(10),
    percent(linkedShare).padStart(8),
    String(caseCount).padStart(9)
  ])
  const width = Math.max(...rows.map(([name = '']) => name.length))
  return [
    ...rows.map(([name = '', value = '']) => `${name.padEnd(width)}  ${value}`),
    '',
    'Confidence    Linked    Matches',
    ...table.map((cells) => cells.join('  ')),
    ''
  ].join('\n')
}

/** From 0 to 1 as people read it. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

/** Bounds of what says little of one site, but holds roughly for all. */
function sureness(confidence: number, isCalibrated: boolean): string {
  if (isCalibrated) return percent(confidence)
  return confidence >= 0.5 ? 'high' : confidence >= 0.25 ? 'medium' : 'low'
}
