import {spawn} from 'node:child_process'
import process from 'node:process'

/** Open an address in the browser of the person who works here. Where that cannot be done, nothing happens. */
export function openBrowser(url: string): void {
  const [command, ...before] = openers[process.platform] ?? ['xdg-open']
  if (command === undefined) return
  const child = spawn(command, [...before, url], {stdio: 'ignore', detached: true})
  child.on('error', () => undefined)
  child.unref()
}

const openers: Readonly<Partial<Record<NodeJS.Platform, ReadonlyArray<string>>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler']
}
