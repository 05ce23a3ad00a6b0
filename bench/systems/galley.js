import {existsSync, readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {relativeLink} from './relative-link.js'

const command = resolve(import.meta.dirname, '../../lib/galley.js')

export const galley = {
  name: 'galley',
  files: 'galley',
  publicFolder: 'public',
  output: 'dist',
  remembered: ['.galley'],
  footer: 'templates/partials/site-footer.tsx',
  highlights: true,
  link: relativeLink,
  find,
  build: ({highlight}) => ({
    command: process.execPath,
    arguments: [command, 'build', '--quiet'],
    environment: environment(highlight)
  }),
  serve: ({highlight, port}) => ({
    command: process.execPath,
    arguments: [command, 'dev', '--port', String(port), '--strict-port'],
    environment: environment(highlight)
  })
}

/** The same with no thread beside the main one: what a machine with one core would give. */
export const galleyOneThread = {
  ...galley,
  name: 'galley (1 thread)',
  variantOf: 'galley',
  build: ({highlight}) => ({
    command: process.execPath,
    arguments: [command, 'build', '--quiet', '--jobs', '1'],
    environment: environment(highlight)
  })
}

function environment(highlight) {
  return highlight ? {BENCH_HIGHLIGHT: '1'} : {}
}

function find() {
  if (!existsSync(command)) return {missing: 'there is no lib/galley.js: npm run bundle'}
  const {version} = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8'))
  return {version}
}
