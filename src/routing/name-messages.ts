import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {errorAt, type Spot, warningAt} from '#src/diagnostics/problem-at.ts'

/** An address in the folder where files wait to be published, which is emptied by every build. */
export function reservedAddress(spot: Spot, address: string): Diagnostic {
  return errorAt(
    spot,
    'routing/reserved-address',
    `Expected an address outside of \`${address}\`, which Galley uses itself while it writes the site`,
    'Give it another `slug` or `url`, or rename its file'
  )
}

/** A name, or a path, that no disk takes. */
export function tooLongName(spot: Spot, name: string, bytesMax: number): Diagnostic {
  const shown = shortened(name)
  return errorAt(
    spot,
    'routing/too-long-name',
    `Expected ${name.includes('/') ? 'a path' : 'a name'} of at most ${bytesMax} bytes, found \`${shown}…\` with ${new TextEncoder().encode(name).length}`,
    `Write a shorter one: \`slug: ${shown.split('/').at(-1) || 'short'}\`, for example`
  )
}

/** A name that this disk takes, perhaps, and another does not. `why` ends the sentence. */
export function unportableName(spot: Spot, name: string, why: string): Diagnostic {
  return warningAt(
    spot,
    'routing/unportable-name',
    `Expected a name that every system can write, found \`${name}\`, ${why}`,
    'Give it another `slug` or `url`, or rename its file'
  )
}

/** The first words of a slug, as a suggestion. */
function shortened(name: string): string {
  const start = [...name].slice(0, suggestedMax).join('')
  return start.includes('-') ? start.slice(0, start.lastIndexOf('-')) : start
}

const suggestedMax = 40
