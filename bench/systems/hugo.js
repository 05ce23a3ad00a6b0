import {spawnSync} from 'node:child_process'

/** Another Hugo than that of the PATH can be measured with `HUGO=/path/to/hugo`. */
const command = process.env.HUGO ?? 'hugo'

export const hugo = {
  name: 'hugo',
  files: 'hugo',
  publicFolder: 'static',
  output: 'public',
  remembered: ['resources', '.hugo_build.lock'],
  footer: 'layouts/partials/site-footer.html',
  highlights: true,
  link: (_, to) => `/${to}/`,
  find,
  build: ({highlight}) => ({command, arguments: ['--quiet'], environment: environment(highlight)}),
  serve: ({highlight, port}) => ({
    command,
    arguments: ['server', '--quiet', '--port', String(port), '--baseURL', `http://127.0.0.1:${port}/`],
    environment: environment(highlight)
  })
}

function environment(highlight) {
  return {HUGO_MARKUP_HIGHLIGHT_CODEFENCES: String(highlight)}
}

function find() {
  const {status, stdout} = spawnSync(command, ['version'], {encoding: 'utf8'})
  if (status !== 0) return {missing: 'there is no hugo in the PATH'}
  return {version: /v(\d+\.\d+\.\d+)/.exec(stdout)?.[1] ?? 'unknown'}
}
