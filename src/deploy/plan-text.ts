import type {DeployPlan} from './plan-deploy.ts'

/** A plan for a terminal, each file on a line, in the order in which things happen. */
export function planText({obstacles, passes, removals, foreign}: DeployPlan): string {
  const lines = [
    ...obstacles.map((path) => `  remove  ${path}`),
    ...passes.flatMap(({files}) =>
      files.map(({file, change}) => `  ${change}  ${file.path}  ${sizeText(file.bytes)}`)
    ),
    ...removals.map((path) => `  remove  ${path}`)
  ]
  const left = foreign.length === 0 ? '' : `  left    ${foreignText(foreign)}\n`
  return lines.map((line) => `${line}\n`).join('') + left
}

/** What a plan comes to, on one line: `2 created, 1 updated, 1 removed, 80 kept; 12.1 kB`. */
export function planSummary({obstacles, passes, removals, keptCount}: DeployPlan): string {
  const files = passes.flatMap((pass) => pass.files)
  const counts = {
    created: files.filter(({change}) => change === 'create').length,
    updated: files.filter(({change}) => change === 'update').length,
    removed: obstacles.length + removals.length,
    kept: keptCount
  }
  const told = Object.entries(counts).filter(([, count]) => count > 0)
  const bytes = files.reduce((sum, {file}) => sum + file.bytes, 0)
  return `${told.map(([name, count]) => `${count} ${name}`).join(', ')}${bytes === 0 ? '' : `; ${sizeText(bytes)}`}`
}

/** Enough to see what they are. */
const shownMax = 3

function foreignText(foreign: ReadonlyArray<string>): string {
  const more = foreign.length > shownMax ? ` and ${foreign.length - shownMax} more` : ''
  return `${foreign.slice(0, shownMax).join(', ')}${more}: not deployed by Galley`
}

function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
