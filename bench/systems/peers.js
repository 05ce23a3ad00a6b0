import {existsSync, readFileSync, symlinkSync} from 'node:fs'
import {join, resolve} from 'node:path'

const modules = resolve(import.meta.dirname, '../peers/node_modules')

/** Path of a file of an installed peer. */
export function peerFile(path) {
  return join(modules, path)
}

/** Version of an installed peer, or why it is missing. */
export function findPeer(name) {
  const file = peerFile(`${name}/package.json`)
  if (!existsSync(file)) return {missing: 'not installed: npm run bench -- --install-peers'}
  return {version: JSON.parse(readFileSync(file, 'utf8')).version}
}

/** Let a site find its packages. */
export function linkPeers(folder) {
  symlinkSync(modules, join(folder, 'node_modules'))
}
