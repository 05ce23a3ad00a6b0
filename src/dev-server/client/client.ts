import {connect} from './connect.ts'

const tag = document.currentScript
if (tag instanceof HTMLScriptElement) {
  const {token = '', hash = ''} = tag.dataset
  connect({token, hash, onChange: () => location.reload()})
}
