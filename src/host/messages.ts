import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
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

/** A file beside the templates that none of them is made of. */
export function unusedPartial(file: string, intended: string | undefined): Diagnostic {
  return hintAt(
    {file},
    'host/unused-partial',
    'Expected a template that imports this file, found none',
    intended === undefined
      ? 'Remove it, or import it; a partial of the theme is replaced by a file of the same path'
      : `Did you mean \`${intended}\`? A partial of the theme is replaced by a file of the same path`
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
