import type {SourcePath} from './source.ts'

/** Packages that a site may install for its readers' browsers: which of their files are copied. */
export interface BrowserPackage {
  /** The module that pages load, from the package's folder. */
  readonly entry: string
  /** Of all files that are copied. */
  readonly files: RegExp
}

/** By name; each is copied where a text has the feature of that name. */
export const browserPackages: Readonly<Record<string, BrowserPackage>> = {
  mermaid: {
    entry: 'dist/mermaid.esm.min.mjs',
    files: /^dist\/(?:mermaid\.esm\.min\.mjs|chunks\/mermaid\.esm\.min\/[^/]+\.mjs)$/
  }
}

const pattern = /^node_modules\/([^/@]+)@([^/]+)\/(.+)$/

/** What the path of a package's file says; `undefined` for all other files. */
export interface PackagePath {
  readonly name: string
  readonly version: string
  /** From the package's folder. */
  readonly file: string
}

/** Path of a package's file among those of the site: `node_modules/mermaid@12.3.0/dist/…`. */
export function toPackagePath({name, version, file}: PackagePath): SourcePath {
  return `node_modules/${name}@${version}/${file}` as SourcePath
}

/** The package that a file is of. */
export function readPackagePath(path: string): PackagePath | undefined {
  const [, name, version, file] = pattern.exec(path) ?? []
  return name === undefined || version === undefined || file === undefined ? undefined : {name, version, file}
}
