import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {errorAt, type Spot, warningAt} from '#src/diagnostics/problem-at.ts'

/** A file for a host, written by the author, that Galley's rules cannot be joined to. */
export function badHostFile(file: string): Diagnostic {
  return {
    code: 'build/bad-host-file',
    severity: 'error',
    reason: `Expected JSON as the host reads it, found none that the site's rules can be joined to`,
    file,
    hint: 'Lists stay lists, and `hosting` one mapping; or take the host out of `hosting` in the configuration, and the file stays as it is'
  }
}

/** Scripts that load each other by `import()`, so that no name follows from what is in them. */
export function importCycle(file: string, cycle: ReadonlyArray<string>): Diagnostic {
  return errorAt(
    {file},
    'build/import-cycle',
    `Expected scripts that load others, found some that load each other: ${cycle.map((path) => `\`${path}\``).join(', ')}`,
    'Import one of them with `import … from`, so that it becomes part of the other'
  )
}

/** An attribute with code in a page, which the site's policy keeps from running. `file` is the source, or the address of a listing. */
export function blockedHandler(file: string, name: string): Diagnostic {
  return {
    code: 'build/blocked-handler',
    severity: 'warning',
    reason: `Expected scripts that the site's \`contentSecurityPolicy\` lets run, found the attribute \`${name}\``,
    file,
    hint: 'Put the code into a `<script>`, which adds a listener for the event'
  }
}

/** A query whose answer depends on what is not recorded, such as the clock. */
export function untrackedRead(file: string, path: string): Diagnostic {
  return {
    code: 'build/untracked-read',
    severity: 'error',
    reason: `Expected the same page \`${path}\` from the same sources, but rendering it again gave another`,
    file,
    hint: 'A template reads the clock, a random number, the environment or a file by itself; ask the view instead'
  }
}

/** An index of the search that could not be made. */
export function searchFailed(problem: unknown): Diagnostic {
  return {
    code: 'build/search-failed',
    severity: 'error',
    reason: `Expected the package \`pagefind\` to make the index of the search, but it failed: ${problem instanceof Error ? problem.message : String(problem)}`,
    file: 'pagefind',
    hint: 'Is the part of it for this system installed? Run `npm install` again; `search: false` does without'
  }
}

/** A picture that could not be drawn: a fault of the template, mostly. */
export function drawingFailed(path: string, problem: unknown): Diagnostic {
  return errorAt(
    {file: 'templates/social-image.tsx'},
    'build/drawing-failed',
    `Expected a picture for \`${path}\`, but it could not be drawn: ${problem instanceof Error ? problem.message : String(problem)}`,
    'A picture knows what satori knows of HTML and CSS: an element with several others in it needs `display: flex`'
  )
}

/** An image that cannot be read to its end. */
export function damagedImage(
  spot: Pick<Diagnostic, 'file' | 'place'>,
  image: string,
  problem: string
): Diagnostic {
  return warningAt(
    spot,
    'build/damaged-image',
    `Expected an image, but \`${image}\` is damaged: ${problem}`,
    'It is published as it is. Export it anew, or take it from a backup'
  )
}

/** A font of `socialImages.fonts` that the site does not have. */
export function missingFont(spot: Spot, font: string): Diagnostic {
  return warningAt(
    spot,
    'build/missing-font',
    `Expected a font for social images, found no file \`${font}\``,
    'Name it as it lies in the folder of the site: `public/fonts/Title-Bold.ttf`'
  )
}

/** Characters in a picture that no font has. */
export function missingGlyphs(source: string, characters: string): Diagnostic {
  return warningAt(
    {file: source},
    'build/missing-glyphs',
    `Expected a font with ${[...characters].map((character) => `\`${character}\``).join(', ')} for the social image, found none`,
    'Name a font that has them in `socialImages.fonts`, or give the article a `social_preview_image`'
  )
}

/** A file that a clean build would have written otherwise: a fault of Galley. */
export function differentBytes(
  file: string,
  route: string,
  offset: number,
  reads: ReadonlyArray<string>
): Diagnostic {
  const asked = reads.slice(0, readsShown).join(', ')
  const trace = asked === '' ? '' : `; it read ${asked}${reads.length > readsShown ? ', …' : ''}`
  return {
    code: 'build/differs-from-clean',
    severity: 'error',
    reason: `Expected the bytes of a clean build for \`${route}\`, found others from byte ${offset} on${trace}`,
    file,
    hint: 'This is a fault of Galley: please report it. `galley clean` and another build put it right'
  }
}

/** More tells no one more at a glance; `galley explain` has all. */
const readsShown = 12

/** Diagnostics that a clean build would not have given, or would have given beside these: a fault of Galley. */
export function differentDiagnostics(): Diagnostic {
  return {
    code: 'build/differs-from-clean',
    severity: 'error',
    reason: 'Expected the diagnostics of a clean build, found others',
    file: '.galley',
    hint: 'This is a fault of Galley: please report it. `galley clean` and another build put it right'
  }
}
