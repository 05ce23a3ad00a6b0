import type {SourcePath} from '#src/model/source.ts'
import {vendoredImages} from '#src/model/vendoring.ts'
import {hashOf} from './code-trace.ts'

/**
 * `vendor/images/pictures.example/3f2a9c81-harbor.jpg` of a picture that a text shows, `vendor/fonts.example/3f2a9c81-inter.woff2` of what code is or names: addresses may differ in
 * what no name of a file can hold.
 */
export function vendoredPath(url: string, kind: 'image' | 'code'): SourcePath {
  const folder = kind === 'image' ? vendoredImages : 'vendor/'
  const {host, pathname} = new URL(url)
  const name = pathname.slice(pathname.lastIndexOf('/') + 1).replace(/[^\w.-]+/g, '-')
  return `${folder}${host.replace(/[^\w.-]+/g, '-')}/${hashOf(url).slice(0, 8)}-${name}` as SourcePath
}
