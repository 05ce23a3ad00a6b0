import type {SiteJudgment} from '#src/related/judge-site.ts'
import {reportText} from './related-text.ts'

/** Of the drawing, in pixels; confidence goes from left to right, the share of linked matches from bottom to top. */
const size = 320
const margin = 48

/** The report on a site as a page: the figures, and how far confidence can be believed as a curve. */
export function reportPage(judgment: SiteJudgment): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Related articles: report</title>
<style>
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font-family: system-ui, sans-serif; color-scheme: light dark }
pre { overflow-x: auto }
svg { max-width: 100% }
text { font-size: 12px; fill: currentColor }
</style>
<h1>Related articles</h1>
<h2>How far confidence can be believed</h2>
${curve(judgment)}
<p>Each dot is a tenth of the matches. On the diagonal, of matches with a confidence of 30&nbsp;% three in ten are linked. Matches without a
link may belong just as well: authors link a few of many.</p>
<h2>Figures</h2>
<pre>${reportText(judgment)}</pre>
</html>
`
}

function curve({bins}: SiteJudgment): string {
  const points = bins.map(({confidence, linkedShare}) => ({x: across(confidence), y: down(linkedShare)}))
  const ticks = [0, 0.25, 0.5, 0.75, 1]
  return `<svg viewBox="0 0 ${size + 2 * margin} ${size + 2 * margin}" width="${size + 2 * margin}" role="img" aria-label="Share of linked matches by confidence">
<g fill="none" stroke="currentColor">
<path d="M${across(0)} ${down(1)}V${down(0)}H${across(1)}"/>
<path d="M${across(0)} ${down(0)}L${across(1)} ${down(1)}" stroke-dasharray="4 4" opacity=".5"/>
<polyline points="${points.map(({x, y}) => `${x},${y}`).join(' ')}" stroke="#0969da" stroke-width="2"/>
</g>
${points.map(({x, y}) => `<circle cx="${x}" cy="${y}" r="4" fill="#0969da"/>`).join('\n')}
${ticks.map((tick) => `<text x="${across(tick)}" y="${down(0) + 18}" text-anchor="middle">${tick * 100} %</text>`).join('\n')}
${ticks.map((tick) => `<text x="${across(0) - 6}" y="${down(tick) + 4}" text-anchor="end">${tick * 100} %</text>`).join('\n')}
<text x="${across(0.5)}" y="${down(0) + 34}" text-anchor="middle">confidence</text>
<text x="${across(0)}" y="${down(1) - 12}" text-anchor="middle">linked</text>
</svg>`
}

function across(share: number): number {
  return Math.round((margin + share * size) * 10) / 10
}

function down(share: number): number {
  return Math.round((margin + (1 - share) * size) * 10) / 10
}
