import {spawnSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'

/*
 * Asks the registry for known vulnerabilities of the packages that Galley installs with itself. Fails on findings; a registry that does not
 * answer, as behind a mirror, is no finding, and that nothing was asked is told.
 *
 * With a file as argument, that is taken for the answer of `npm audit --json`.
 */
const given = process.argv[2]
const [program, ...argv] = given === undefined ? ['npm', 'audit', '--omit=dev', '--json'] : ['cat', given]
const {stdout} = spawnSync(program, argv, {
  encoding: 'utf8',
  cwd: fileURLToPath(new URL('..', import.meta.url))
})
const answer = parsed(stdout)
const counts = answer?.metadata?.vulnerabilities
if (counts === undefined) {
  console.warn(`NOT CHECKED: the registry gave no advisories (${answer?.message ?? 'no answer'})`)
} else if (counts.total === 0) {
  console.log('No known vulnerability in what Galley installs')
} else {
  for (const {name, severity, range} of Object.values(answer.vulnerabilities)) {
    console.error(`${severity} ${name} ${range}`)
  }
  process.exitCode = 1
}

function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
