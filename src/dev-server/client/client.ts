import {type Change, connect} from './connect.ts'
import {openSourceOnClick} from './open-source.ts'
import {openOverlay} from './overlay.ts'
import {swapFiles} from './swap-files.ts'
import {openToolbar} from './toolbar.ts'
import {openPage} from './update-page.ts'

const tag = document.currentScript
if (tag instanceof HTMLScriptElement) follow(tag)

/** Keep the page as the server says that it is. */
function follow(tag: HTMLScriptElement): void {
  const {token = '', hash = '', stateNumber = ''} = tag.dataset
  const page = openPage(tag)
  const hasToolbar = 'toolbar' in tag.dataset
  const overlay = openOverlay({token, hasToolbar})
  const toolbar = hasToolbar ? openToolbar(token) : undefined
  openSourceOnClick(token)
  let shown = hash
  let work = Promise.resolve()
  connect({
    token,
    stateNumber,
    onChange(change) {
      // One after the other: each begins with the page that the one before has left.
      work = work.then(() => apply(change)).catch(() => location.reload())
    }
  })

  async function apply({hash: wanted, copies, problems, unpublished, goTo}: Change): Promise<void> {
    if (goTo !== undefined && goTo !== decodeURIComponent(location.pathname)) {
      location.href = encodeURI(goTo)
      return
    }
    if (swapFiles(copies)) {
      location.reload()
      return
    }
    if (wanted !== undefined && wanted !== shown) {
      shown = wanted
      await page.update()
    }
    await toolbar?.show(await overlay.show(problems, unpublished))
  }
}
