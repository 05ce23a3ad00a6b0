import {networkInterfaces} from 'node:os'
import {expect, test} from 'vitest'
import {servedAt} from '#src/dev-server/served-at.ts'

test.each([
  ['127.0.0.1', 'http://localhost:80/docs/'],
  ['::1', 'http://localhost:80/docs/'],
  ['192.168.1.5', 'http://192.168.1.5:80/docs/'],
  ['fe80::1', 'http://[fe80::1]:80/docs/']
])('%s', (address, url) => {
  expect(servedAt(address, {port: 80}, '/docs/')).toEqual({url, networkUrls: []})
})

test.each(['0.0.0.0', '::'])('%s is this machine by all its names', (address) => {
  const {url, networkUrls} = servedAt(address, {port: 80}, '/')
  const outer = Object.values(networkInterfaces())
    .flatMap((all = []) => all)
    .filter(({internal, family}) => !internal && family === 'IPv4')
  expect({url, networkUrls}).toEqual({
    url: 'http://localhost:80/',
    networkUrls: outer.map((found) => `http://${found.address}:80/`)
  })
})
