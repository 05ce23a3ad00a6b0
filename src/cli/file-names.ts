import {relative, resolve, sep} from 'node:path'

/** What a file of a site may mean as somebody wrote it: named from the site, from where they are, or from `content/`. */
export function namesOfFile(root: string, file: string): ReadonlyArray<string> {
  return [file, relative(root, resolve(file)).split(sep).join('/'), `content/${file}`]
}
