import type {ImageSize} from '#src/model/fragment.ts'
import type {JsonObject} from '#src/model/json.ts'
import type {ManifestConfig} from '#src/model/site-config.ts'
import {imageType} from './image-type.ts'

/** An icon of the site. */
export interface ManifestIcon {
  readonly href: string
  /** `undefined` where it could not be read. */
  readonly size: ImageSize | undefined
}

/** What a manifest says. */
export interface Manifest extends ManifestConfig {
  readonly name: string
  /** Empty for none. */
  readonly description: string
  /** BCP 47. */
  readonly language: string
  /** Where the site begins, and what belongs to it. */
  readonly start: string
  readonly icons: ReadonlyArray<ManifestIcon>
}

/** A manifest for browsers that put sites on home screens (W3C Web Application Manifest). */
export function renderManifest(manifest: Manifest): string {
  const {name, description, language, start, icons, display, themeColor, backgroundColor} = manifest
  const told: JsonObject = {
    name,
    ...(description === '' ? {} : {description}),
    lang: language,
    start_url: start,
    scope: start,
    display,
    ...(themeColor === undefined ? {} : {theme_color: themeColor}),
    ...(backgroundColor === undefined ? {} : {background_color: backgroundColor}),
    icons: icons.map(iconOf)
  }
  return `${JSON.stringify(told, null, 2)}\n`
}

function iconOf({href, size}: ManifestIcon): JsonObject {
  const type = imageType(href)
  return {
    src: href,
    ...(type === undefined ? {} : {type}),
    // A drawing has every size.
    ...(type === 'image/svg+xml' ? {sizes: 'any'} : size && {sizes: `${size.width}x${size.height}`})
  }
}
