import {absentFrom, scenarios} from './scenarios.js'
import {summarize} from './statistics.js'

const width = 860
const margin = 32
const gap = 48
const columnWidth = (width - 2 * margin - gap) / 2
const nameWidth = 118
const valueWidth = 58
const barWidthMax = columnWidth - nameWidth - valueWidth
const barHeight = 14
const rowHeight = 24
const titleHeight = 36
const panelGap = 28
const headHeight = 102
const footHeight = 76

/**
 * Draw the medians of the largest site as an SVG: a panel for each scenario with an axis of its own, from 0; the range of the runs is a thin
 * line. It follows the light or dark mode of its reader.
 */
export function drawChart({runs, notYet, machine, date, versions, from, highlight}) {
  const articles = Math.max(...runs.map((run) => run.articles))
  const panels = scenarios.flatMap((scenario) => {
    const own = runs.filter((run) => run.articles === articles && run.scenario === scenario.name)
    const absent = absentFrom(scenario, notYet).map((system) => ({system}))
    return own.length === 0 ? [] : [{title: scenario.title, systems: [...absent, ...summarize(own)]}]
  })
  const {drawn, height} = arrange(panels)
  const rounds = Math.max(...runs.filter((run) => run.articles === articles).map(({round}) => round))
  const measured = rounds === 1 ? 'one run' : `median of ${rounds} runs, thin lines from least to most`
  const heading = `${articles.toLocaleString('en')} ${from === undefined ? '' : 'real '}articles, seconds`
  const total = headHeight + height + footHeight
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${total}" width="${width}" height="${total}" role="img" aria-label="${heading}">
<style>${style}</style>
<rect class="ground" width="${width}" height="${total}" rx="10"/>
${text(margin, 46, 'heading', heading)}
${text(margin, 68, 'small', `The same pages by every system. Shorter is better; ${measured}.`)}
${drawn}
${footLines({runs, machine, date, versions, highlight})
  .map((line, index) => text(margin, total - 54 + index * 16, 'small', line))
  .join('\n')}
</svg>
`
}

const style = `
text { font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif; fill: #1f2328; }
.ground { fill: #ffffff; }
.heading { font-size: 20px; font-weight: 600; }
.title { font-size: 14px; font-weight: 600; }
.name, .value { font-size: 12.5px; }
.value { font-variant-numeric: tabular-nums; }
.small { font-size: 11.5px; fill: #656d76; }
.own { font-weight: 600; }
.absent { fill: #656d76; font-style: italic; }
.bar { fill: #afb8c1; }
.bar.own { fill: #0f7b6c; }
.bar.kin { fill: #7fbdb3; }
.bar.floor { fill: #dde2e7; }
.range { stroke: #1f2328; stroke-opacity: .55; stroke-width: 1; }
.axis { stroke: #d0d7de; stroke-width: 1; }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3; }
.ground { fill: #0d1117; }
.small, .absent { fill: #8d96a0; }
.bar { fill: #57606a; }
.bar.own { fill: #2fb8a3; }
.bar.kin { fill: #1d6f63; }
.bar.floor { fill: #30363d; }
.range { stroke: #e6edf3; }
.axis { stroke: #30363d; }
}
`

/** Panels in two columns, row by row. */
function arrange(panels) {
  const rowCount = Math.max(0, ...panels.map(({systems}) => systems.length))
  const parts = []
  let top = 0
  for (let index = 0; index < panels.length; index += 2) {
    const pair = panels.slice(index, index + 2)
    pair.forEach((panel, column) => {
      parts.push(drawPanel(panel, margin + column * (columnWidth + gap), headHeight + top))
    })
    const rows = Math.min(rowCount, Math.max(...pair.map(({systems}) => systems.length)))
    top += titleHeight + rows * rowHeight + panelGap
  }
  return {drawn: parts.join('\n'), height: top}
}

function drawPanel({title, systems}, left, top) {
  const longest = Math.max(...systems.map(({seconds}) => seconds?.max ?? 0))
  const scale = barWidthMax / longest
  const axisLeft = left + nameWidth
  const axisTop = top + titleHeight - 12
  const bars = systems.map((one, index) =>
    drawBar(one, {axisLeft, left, top: axisTop + index * rowHeight, scale})
  )
  const bottom = axisTop + systems.length * rowHeight
  return [
    text(left, top + 8, 'title', title),
    ...bars,
    `<line class="axis" x1="${axisLeft}" y1="${axisTop}" x2="${axisLeft}" y2="${bottom}"/>`
  ].join('\n')
}

function drawBar({system, seconds}, {axisLeft, left, top, scale}) {
  const middle = top + rowHeight / 2
  const kind = kinds[system] ?? ''
  const name = text(left, middle + 4.5, kind === 'own' ? 'name own' : 'name', names[system] ?? system)
  if (seconds === undefined)
    return `${name}\n${text(axisLeft + 6, middle + 4.5, 'value absent', 'not there yet')}`
  const barWidth = round(Math.max(1, seconds.median * scale))
  const [from, to] = [seconds.min, seconds.max].map((value) => round(axisLeft + value * scale))
  const end = Math.max(axisLeft + barWidth, to)
  return [
    name,
    `<rect class="bar ${kind}" x="${axisLeft}" y="${middle - barHeight / 2}" width="${barWidth}" height="${barHeight}"/>`,
    ...(to - from > 2 ? [`<line class="range" x1="${from}" y1="${middle}" x2="${to}" y2="${middle}"/>`] : []),
    text(round(end + 6), middle + 4.5, kind === 'own' ? 'value own' : 'value', label(seconds.median))
  ].join('\n')
}

const kinds = {galley: 'own', 'galley (1 thread)': 'kin', floor: 'floor'}

const names = {
  galley: 'Galley',
  'galley (1 thread)': 'Galley, 1 thread',
  hugo: 'Hugo',
  eleventy: 'Eleventy',
  astro: 'Astro',
  floor: 'Floor'
}

const floorLine =
  'Floor: reading the sources and writing as many files and bytes as Galley, with no work between.'

function footLines({runs, machine, date, versions, highlight}) {
  const known = ['galley', 'hugo', 'eleventy', 'astro'].filter((name) => name in versions)
  return [
    `${known.map((name) => `${names[name]} ${versions[name]}`).join(', ')}; code in articles ${highlight ? 'colored' : 'not colored'}.`,
    ...(runs.some(({system}) => system === 'floor') ? [floorLine] : []),
    `${machine.processor}, ${machine.cores} cores, ${machine.memoryGigabytes} GB, ${machine.system}, Node ${machine.node}, ${date}.`
  ]
}

function text(x, y, kind, content) {
  const escaped = content.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<text class="${kind}" x="${x}" y="${y}">${escaped}</text>`
}

function label(value) {
  return `${value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)} s`
}

function round(value) {
  return Math.round(value * 10) / 10
}
