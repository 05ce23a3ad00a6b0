import type {SourcePath} from '#src/model/source.ts'
import {vendoredImages} from '#src/model/vendoring.ts'
import {hashOf} from './code-trace.ts'

/** `vendor/fonts.example/3f2a9c81-inter.woff2`, for what style sheets and scripts name: addresses may differ in what no name of a file can hold. */
export function vendoredPath(url: string): SourcePath {
  return pathIn('vendor', url)
}

/** `vendor/images/pictures.example/3f2a9c81-harbor.jpg`, for what texts show. */
export function vendoredImagePath(url: string): SourcePath {
  return pathIn(vendoredImages.slice(0, -1), url)
}

function pathIn(folder: string, url: string): SourcePath {
  const {host, pathname} = new URL(url)
  const name = pathname.slice(pathname.lastIndexOf('/') + 1).replace(/[^\w.-]+/g, '-')
  return `${folder}/${host.replace(/[^\w.-]+/g, '-')}/${hashOf(url).slice(0, 8)}-${name}` as SourcePath
}
