import {findPeer, linkPeers, peerFile} from './peers.js'

const command = peerFile('@11ty/eleventy/cmd.cjs')

export const eleventy = {
  name: 'eleventy',
  files: 'eleventy',
  publicFolder: 'public',
  output: '_site',
  remembered: ['.cache'],
  footer: '_includes/site-footer.njk',
  highlights: true,
  link: (_, to) => `/${to}/`,
  find: () => findPeer('@11ty/eleventy'),
  prepare: linkPeers,
  build: ({highlight}) => ({
    command: process.execPath,
    arguments: [command, '--quiet'],
    environment: environment(highlight)
  }),
  // Its own way to render less after an edit. It has none between builds.
  serve: ({highlight, port}) => ({
    command: process.execPath,
    arguments: [command, '--serve', '--incremental', '--quiet', '--port', String(port)],
    environment: environment(highlight)
  })
}

function environment(highlight) {
  return highlight ? {BENCH_HIGHLIGHT: '1'} : {}
}
