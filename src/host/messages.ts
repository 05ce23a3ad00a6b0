import type {Diagnostic, Place} from '#src/diagnostics/diagnostic.ts'
import {errorAt, hintAt, warningAt} from '#src/diagnostics/problem-at.ts'

/** A FIFO, socket or device among the sources; it is never opened, since reading it could wait for ever. */
export function notAFile(file: string): Diagnostic {
  return warningAt(
    {file},
    'host/not-a-file',
    'Expected a file or folder, found something else; it is passed over'
  )
}

/** A symbolic link to a folder that the link itself is in. */
export function symlinkLoop(file: string): Diagnostic {
  return warningAt(
    {file},
    'host/symlink-loop',
    'Expected a link to another folder, found a loop; it is passed over'
  )
}

/** A symbolic link to nothing. */
export function brokenSymlink(file: string): Diagnostic {
  return warningAt(
    {file},
    'host/broken-symlink',
    'Expected a link to a file, found nothing there; it is passed over'
  )
}

/** A symbolic link out of the site's folder. */
export function symlinkOutside(file: string): Diagnostic {
  return errorAt(
    {file},
    'host/symlink-outside',
    "Expected a link within the site's folder, found one that leads out of it",
    'Copy the files into the site'
  )
}

/** A file name that is not UTF-8, so that it cannot be read by its name. */
export function badFileName(file: string): Diagnostic {
  return warningAt(
    {file},
    'host/bad-file-name',
    'Expected a file name in UTF-8, found other bytes; it is passed over'
  )
}

/** A file or folder that the system does not let us read. `cause` is its own words. */
export function unreadable(file: string, cause: string): Diagnostic {
  return errorAt(
    {file},
    'host/unreadable',
    `Expected to be able to read it, found \`${cause}\``,
    'Check the permissions of the file and its folders'
  )
}

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
  return errorAt({file, place}, 'config/throws', `Expected the configuration to load, but it threw: ${cause}`)
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
    'Partials, which several templates use, belong in a folder `partials/`'
  )
}

/** A file beside the templates that none of them is made of. */
export function unusedPartial(file: string): Diagnostic {
  return hintAt(
    {file},
    'host/unused-partial',
    'Expected a template that imports this file, found none',
    'Remove it, or import it; a partial of the theme is replaced by a file of the same path'
  )
}

/** Two templates of one name, `article.tsx` and `article.jsx`. */
export function severalTemplates(file: string, other: string): Diagnostic {
  return errorAt(
    {file},
    'host/several-templates',
    `Expected one template of its name, found \`${other}\` too`,
    'Keep one of them'
  )
}

/** What to do about an import that leads nowhere. */
export const missingHint = 'Check the path, or install the package in the folder of the site'
