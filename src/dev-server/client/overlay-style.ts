/** Where the parts of the overlay are. */
export const overlayStyle = `
.panel, .badge { pointer-events: auto; background: var(--paper); border: 1px solid var(--line) }
.panel {
  position: absolute;
  inset: auto 0 0;
  margin: 0 auto;
  max-width: 62rem;
  max-height: 85vh;
  overflow: auto;
  border-top: 4px solid var(--error);
  border-radius: 8px 8px 0 0;
  box-shadow: 0 0 40px rgb(0 0 0 / 35%);
  padding: 0 1.5rem 3.5rem;
}
header { position: sticky; top: 0; display: flex; justify-content: space-between; align-items: center; background: var(--paper) }
h2 { font-size: 1.1rem; margin: .8rem 0 }
li { border-top: 1px solid var(--line); padding: .8rem 0 }
.badge { position: absolute; right: .8rem; bottom: .8rem; display: flex; gap: .6rem; align-items: center; padding: .3rem .7rem; border-radius: 6px; font-size: .85rem; box-shadow: 0 1px 6px rgb(0 0 0 / 20%) }
:host(.beside-toolbar) .badge { right: 3.7rem }
.mark { font-weight: 600; color: var(--warning) }
`
