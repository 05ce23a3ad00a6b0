import {networkInterfaces} from 'node:os'

/**
 * Whether a name of a `Host` header, in lower case, is one of a server: names that always mean this machine, the address that is listened
 * at, and those that are allowed.
 *
 * @param address
 *   That is listened at; `0.0.0.0` and `::` are all of the machine.
 * @param allowed
 *   Names without ports; one that begins with a dot allows all below it.
 */
export function ownHosts(address: string, allowed: ReadonlyArray<string>): (name: string) => boolean {
  const isEvery = address === '0.0.0.0' || address === '::'
  const listened = isEvery ? addressesOfMachine() : [address]
  const names = new Set(['localhost', '127.0.0.1', '[::1]', ...listened.map(inHeader), ...allowed.map(lower)])
  const endings = ['.localhost', ...allowed.map(lower).filter((name) => name.startsWith('.'))]
  return (name) => names.has(name) || endings.some((ending) => name.endsWith(ending))
}

function addressesOfMachine(): ReadonlyArray<string> {
  return Object.values(networkInterfaces()).flatMap((all = []) => all.map(({address}) => address))
}

function inHeader(address: string): string {
  return address.includes(':') ? `[${address.toLowerCase()}]` : address.toLowerCase()
}

function lower(name: string): string {
  return name.toLowerCase()
}
