import type {DeployConfig} from '#src/model/deploy-config.ts'
import {isMapping} from './merge-settings.ts'
import {listOf, mappingOf, oneOf, type Shape, someText, text, trueOrFalse} from './shape.ts'

/** Anything but what git and rsync would take for an option. */
function argument(expected: string, isRight: RegExp): Shape {
  return (value, path) => {
    const issues = someText(value, path)
    if (issues.length > 0 || isRight.test(String(value))) return issues
    return [{path, fault: {kind: 'type', expected}}]
  }
}

const to = text

const shapes: {readonly [Kind in DeployConfig['to']]: Shape} = {
  folder: mappingOf({required: {to, path: someText}, optional: {}}),
  git: mappingOf({
    required: {to},
    optional: {
      branch: argument('the name of a branch', /^(?![-/.])[^\s~^:?*[\\]+(?<![/.])$/),
      remote: argument('a remote or the address of a repository', /^[^-\s]\S*$/),
      domain: argument('a domain such as `example.org`', /^[\w-]+(?:\.[\w-]+)+$/)
    }
  }),
  rsync: mappingOf({
    required: {
      to,
      destination: argument('a destination such as `user@example.org:/var/www/site`', /^[^-:/\s][^:/\s]*:./)
    },
    optional: {ssh: listOf(text)}
  }),
  s3: mappingOf({
    required: {to, bucket: argument('the name of a bucket', /^[\w.-]+$/)},
    optional: {
      prefix: argument('a path without slashes at its ends', /^[^/](?:.*[^/])?$/),
      region: someText,
      endpoint: argument('an address such as `https://s3.example.org`', /^https?:\/\/[^\s?#@]+$/),
      forcePathStyle: trueOrFalse
    }
  })
}

const known = Object.keys(shapes)

/** Shape of the setting `deploy`. */
export const deploy: Shape = (value, path) => {
  if (!isMapping(value)) return mappingOf({optional: {}})(value, path)
  const kind = known.find((name): name is DeployConfig['to'] => name === value['to'])
  if (kind !== undefined) return shapes[kind](value, path)
  if (value['to'] === undefined) return [{path: [...path, 'to'], fault: {kind: 'missing key'}}]
  return oneOf(known)(value['to'], [...path, 'to'])
}
