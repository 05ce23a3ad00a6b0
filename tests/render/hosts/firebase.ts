import {type AskHost, answerOfFile, type HostedFiles, withQuery} from './asked.ts'

/**
 * Firebase Hosting, as its own local server does it: redirects are compared to the decoded path, before files; a group may stand in a target and is never empty;
 * targets are escaped as a whole; only a file is sent in place of an address.
 *
 * @see https://firebase.google.com/docs/hosting/full-config
 */
export function askFirebase(files: HostedFiles): AskHost {
  const {hosting} = JSON.parse(files['firebase.json'] ?? '{}') as {
    readonly hosting: {
      readonly redirects: ReadonlyArray<Rule & {readonly type: number}>
      readonly rewrites: ReadonlyArray<Rule>
    }
  }
  return (asked) => {
    const [path = '', query = ''] = asked.split('?')
    const decoded = decodeURI(path)
    for (const rule of hosting.redirects) {
      const to = target(rule, decoded)
      if (to !== undefined) return {status: rule.type, location: withQuery(encodeURI(to), query)}
    }
    const there = answerOfFile(files, path)
    const rewritten = hosting.rewrites.map((rule) => target(rule, decoded)).find((to) => to !== undefined)
    const file = rewritten?.slice(1) ?? ''
    return there ?? (Object.hasOwn(files, file) ? {status: 200, file} : {status: 404})
  }
}

interface Rule {
  readonly regex: string
  readonly destination: string
}

function target({regex, destination}: Rule, path: string): string | undefined {
  const found = new RegExp(regex, 'u').exec(path)
  if (found === null) return undefined
  let isWhole = true
  const to = destination.replace(/:(\d)(?!\d)/g, (_, group: string) => {
    const value = found[Number(group)] ?? ''
    if (value === '') isWhole = false
    return value
  })
  return isWhole ? to : undefined
}
