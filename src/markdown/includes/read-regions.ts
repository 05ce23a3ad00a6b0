import type {LineRange} from '../features/code-meta.ts'

/** What the lines of a file say of its regions. */
export interface Regions {
  /** Lines between the markers of each, by name in order of the file; those of an equal name follow each other. */
  readonly linesByName: ReadonlyMap<string, ReadonlyArray<LineRange>>
  /** Names of those that are never closed. */
  readonly unclosed: ReadonlySet<string>
  /** Numbers of the lines that open or close a region; what has no counterpart may be a remark that merely looks like it. */
  readonly markers: ReadonlySet<number>
}

interface OpenRegion {
  readonly kind: Marker['kind']
  readonly name: string
  /** Number of the marker's line. */
  readonly start: number
}

/** Find the regions of a file: `#region name` to `#endregion` in any comment, or `ANCHOR: name` to `ANCHOR_END: name`. */
export function readRegions(lines: ReadonlyArray<string>, isMarkdown: boolean): Regions {
  const linesByName = new Map<string, Array<LineRange>>()
  const markers = new Set<number>()
  const open: Array<OpenRegion> = []
  for (const [index, line] of lines.entries()) {
    const marker = readMarker(line, isMarkdown)
    if (marker === undefined) continue
    const number = index + 1
    if (marker.isStart) open.push({kind: marker.kind, name: marker.name, start: number})
    else close(marker, number)
  }
  const unclosed = new Set(open.map(({name}) => name).filter((name) => name !== ''))
  return {linesByName, unclosed, markers}

  function close({kind, name}: Marker, end: number): void {
    const named = open.findLastIndex((region) => region.kind === kind && region.name === name)
    // What follows `#endregion` may be a remark; anchors are closed by name, so that they may overlap.
    const index =
      named === -1 && kind === 'region' ? open.findLastIndex((region) => region.kind === kind) : named
    const [region] = index === -1 ? [] : open.splice(index, 1)
    if (region === undefined) return
    markers.add(region.start).add(end)
    if (region.name === '') return
    const ranges = linesByName.get(region.name) ?? []
    ranges.push({first: region.start + 1, last: end - 1})
    linesByName.set(region.name, ranges)
  }
}

interface Marker {
  readonly kind: 'region' | 'anchor'
  readonly isStart: boolean
  /** Empty when there is none. */
  readonly name: string
}

/** What opens a comment: punctuation, or a word that does so in some language. */
const comment = '(?:[^\\w\\s]{1,4}|rem)?'

const region = new RegExp(`^\\s*${comment}\\s*#\\s?(?:pragma\\s+)?(end\\s?)?region(?!\\w|-\\w)(.*)$`, 'i')

const anchor = new RegExp(`^\\s*${comment}\\s*ANCHOR(_END)?:\\s*(\\S.*)$`)

function readMarker(line: string, isMarkdown: boolean): Marker | undefined {
  // Most lines have neither word.
  if (!/region|ANCHOR/i.test(line)) return undefined
  // `# Region` is a heading there, and samples of code have markers of their own.
  if (isMarkdown && !line.trimStart().startsWith('<!--')) return undefined
  const [isRegion, end, rest = ''] = region.exec(line) ?? []
  if (isRegion !== undefined) return {kind: 'region', isStart: end === undefined, name: nameOf(rest)}
  const [isAnchor, anchorEnd, name = ''] = anchor.exec(line) ?? []
  if (isAnchor === undefined) return undefined
  return {kind: 'anchor', isStart: anchorEnd === undefined, name: nameOf(name)}
}

/** Without what closes the comment, and without the quotes of Visual Basic. */
function nameOf(rest: string): string {
  const [name = ''] = rest.split(/-->|\*\/|[#%*-]\}/, 1)
  return name.trim().replace(/^"(.*)"$/, '$1')
}
