import type {Diagnostic, Place} from '#src/diagnostics/diagnostic.ts'
import {errorAt} from '#src/diagnostics/problem-at.ts'

/** Two configurations at once, `galley.config.ts` and `galley.config.json`. */
export function severalConfigs(files: ReadonlyArray<string>): Diagnostic {
  const [file = ''] = files
  const names = files.map((name) => `\`${name}\``).join(' and ')
  return errorAt(
    {file},
    'config/several-files',
    `Expected one configuration, found ${names}`,
    'Keep one of them'
  )
}

/** A configuration that is not valid TypeScript, JavaScript or JSON. `cause` is the parser's own words. */
export function configSyntax(file: string, place: Place | undefined, cause: string): Diagnostic {
  return errorAt({file, place}, 'config/syntax', `Expected a valid configuration, found an error: ${cause}`)
}

/** A configuration that fails while it is evaluated. */
export function configThrows(file: string, place: Place | undefined, cause: string): Diagnostic {
  const hint = cause.startsWith('defineConfig is not defined')
    ? "Write `import {defineConfig} from 'galley'` before it"
    : undefined
  return errorAt(
    {file, place},
    'config/throws',
    `Expected the configuration to load, but it threw: ${cause}`,
    hint
  )
}

/** A configuration with a promise that nobody resolves. */
export function configNeverSettles(file: string, cause: string): Diagnostic {
  return errorAt(
    {file},
    'config/never-settles',
    `Expected the configuration to load, but ${cause}`,
    'Look at what it awaits, and give that an end: `AbortSignal.timeout(5000)` does so for `fetch`'
  )
}

/** A configuration that imports what is not there. */
export function configCannotLoad(file: string, place: Place | undefined, cause: string): Diagnostic {
  return errorAt({file, place}, 'config/cannot-load', cause, missingHint)
}

/** A configuration that exports nothing as default. */
export function noDefaultExport(file: string): Diagnostic {
  return errorAt(
    {file},
    'config/no-default-export',
    'Expected a default export, found none',
    'Write `export default defineConfig({ … })`'
  )
}

/** A configuration that is a function and returns nothing. */
export function noConfigReturned(file: string): Diagnostic {
  return errorAt(
    {file},
    'config/no-default-export',
    'Expected a configuration from the function that is exported, found nothing',
    'Is `return` missing?'
  )
}

/** A template that is not valid TypeScript or JavaScript. `cause` is the parser's own words. */
export function templateSyntax(file: string, place: Place | undefined, cause: string): Diagnostic {
  return errorAt({file, place}, 'host/template-syntax', `Expected a valid template, found an error: ${cause}`)
}

/** A template that fails while it is loaded, before any page is rendered. */
export function templateThrows(file: string, place: Place | undefined, cause: string): Diagnostic {
  return errorAt(
    {file, place},
    'host/template-throws',
    `Expected the template to load, but it threw: ${cause}`
  )
}

/** A template that imports what is not there. */
export function cannotLoadTemplate(file: string, place: Place | undefined, cause: string): Diagnostic {
  return errorAt({file, place}, 'host/cannot-load-template', cause, missingHint)
}

/** A file in the place of one of the theme, without a name that the theme's others import of it. */
export function missingExport(file: string, name: string): Diagnostic {
  return errorAt(
    {file},
    'host/missing-export',
    `Expected an export \`${name}\`, which the theme imports of this file, found none`,
    `Write \`export function ${name}\`, without \`default\`; what you do not change comes from \`galley/theme/${file.replace('templates/', '')}\``
  )
}

/** A template without a function as its default export. */
export function templateWithoutDefault(file: string): Diagnostic {
  return errorAt(
    {file},
    'host/template-without-default',
    'Expected a function as default export, found none',
    'Write `export default function …`; what several templates use belongs in a folder `partials/`'
  )
}

/** What to do about an import that leads nowhere. */
export const missingHint = 'Check the path, or install the package in the folder of the site'
