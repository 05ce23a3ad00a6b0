/** The look of the toolbar: above the overlay, so that it is there beside errors too. */
export const toolbarStyle = `
:host { z-index: 2147483647 }
[hidden] { display: none !important }
.opener, .panel { pointer-events: auto; position: absolute; background: var(--paper); border: 1px solid var(--line) }
.opener {
  inset-inline-end: .8rem;
  bottom: .8rem;
  min-width: 2.1rem;
  height: 2.1rem;
  padding: 0 .55rem;
  border-radius: 1.1rem;
  color: var(--faint);
  font: 600 .95rem/1 system-ui, sans-serif;
  box-shadow: 0 1px 6px rgb(0 0 0 / 18%);
  transition: color .15s, border-color .15s;
}
.opener:hover, .opener[aria-expanded=true] { color: var(--ink); border-color: var(--faint) }
.opener.error { color: var(--error); border-color: currentColor }
.opener.warning { color: var(--warning); border-color: currentColor }
:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px }
.panel:focus-visible { outline-offset: -2px }
.panel {
  inset-inline-end: .8rem;
  bottom: 3.5rem;
  box-sizing: border-box;
  width: min(30rem, 100vw - 1.6rem);
  max-height: min(42rem, 100vh - 5rem);
  overflow: auto;
  overscroll-behavior: contain;
  padding: 0 1.1rem 1rem;
  border-radius: 10px;
  box-shadow: 0 8px 40px rgb(0 0 0 / 25%);
  font-size: .875rem;
}
header { position: sticky; top: 0; display: flex; justify-content: space-between; align-items: center; padding: .7rem 0 .6rem; background: var(--paper); border-bottom: 1px solid var(--line) }
h2 { font-size: 1rem; margin: 0 }
h3 { font-size: .75rem; font-weight: 600; letter-spacing: .03em; color: var(--faint); margin: 1rem 0 .3rem }
dl { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: .2rem 1rem; margin: 0 }
dt { color: var(--faint) }
dd { margin: 0; overflow-wrap: anywhere; font-variant-numeric: tabular-nums }
li { padding: .1rem 0; overflow-wrap: anywhere }
a { color: inherit; text-decoration-color: var(--faint); text-underline-offset: .2em }
.file { font: .92em ui-monospace, monospace }
.note { color: var(--faint) }
.broken { color: var(--warning) }
.problems li { padding: .4rem 0 }
.problems li + li { border-top: 1px solid var(--line) }
details { margin-top: .4rem }
summary { cursor: pointer; color: var(--faint) }
.questions { display: block; margin-top: .4rem; font: .8rem/1.5 ui-monospace, monospace }
.questions dt { margin-top: .4rem }
.questions dd { padding-inline-start: 1rem }
@media (max-width: 30rem) {
  .opener { inset-inline-end: .4rem; bottom: .4rem; min-width: 1.75rem; height: 1.75rem; padding: 0 .4rem; font-size: .85rem }
  .panel { inset-inline-end: .4rem; bottom: 2.6rem; width: calc(100vw - .8rem); max-height: 75vh }
}
@media (prefers-reduced-motion: reduce) { .opener { transition: none } }
`
