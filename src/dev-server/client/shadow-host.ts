import {baseStyle} from './base-style.ts'

/** An element whose inside is apart from the page, whose styles do not reach it. */
export interface ShadowHost {
  readonly host: HTMLElement
  readonly root: ShadowRoot
}

/** Make an element over the page; it is not there until it is appended. */
export function shadowHost(name: string, style: string): ShadowHost {
  const host = document.createElement(name)
  const root = host.attachShadow({mode: 'open'})
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(baseStyle + style)
  root.adoptedStyleSheets = [sheet]
  return {host, root}
}
