/** The look that all has which lies over a page, light and dark. The styles of the page do not reach it. */
export const baseStyle = `
:host {
  all: initial;
  --paper: #fff;
  --ink: #1c1b19;
  --faint: #6b6862;
  --line: #d9d5cd;
  --error: #b3261e;
  --warning: #8a5a00;
  --tint: #f6f4ef;
  position: fixed;
  inset: 0;
  z-index: 2147483646;
  pointer-events: none;
  color-scheme: light dark;
  font: 15px/1.5 system-ui, sans-serif;
  color: var(--ink);
}
@media (prefers-color-scheme: dark) {
  :host {
    --paper: #1f1e1c;
    --ink: #eceae5;
    --faint: #a5a19a;
    --line: #45423d;
    --error: #ff8a80;
    --warning: #f0c060;
    --tint: #2a2926;
  }
}
@media print { :host { display: none } }
ol, ul { list-style: none; margin: 0; padding: 0 }
p { margin: .2rem 0 }
.head { font-size: .9rem }
.place { color: inherit; font: 600 .9rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere }
.code { color: var(--faint) }
.error .reason { color: var(--error) }
.warning .reason { color: var(--warning) }
code { font: .92em ui-monospace, monospace; background: var(--tint); padding: .05em .3em; border-radius: 3px; overflow-wrap: anywhere }
pre { margin: .5rem 0; padding: .6rem .8rem; background: var(--tint); border-radius: 6px; overflow: auto; font: .85rem/1.5 ui-monospace, monospace }
.context { color: var(--faint) }
.carets { color: var(--error) }
.hint::before { content: 'Hint: '; color: var(--faint) }
button { font: inherit; color: inherit; background: var(--tint); border: 1px solid var(--line); border-radius: 5px; padding: .1rem .7rem; cursor: pointer }
`
