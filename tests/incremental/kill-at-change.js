import fs from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'

/*
 * Loaded before the command: ends the process as abruptly as a power cut, just before the change of the disk whose number
 * the environment gives. Of what should be written then, the first half is. For number 0 it only tells how many there were.
 */

const folder = process.env.GALLEY_KILL_BELOW ?? ''
const last = Number(process.env.GALLEY_KILL_AT)
let changes = 0

const changing = [
  'appendFile',
  'copyFile',
  'link',
  'mkdir',
  'rename',
  'rm',
  'rmdir',
  'symlink',
  'unlink',
  'utimes',
  'writeFile'
]
for (const name of changing) {
  fs[`${name}Sync`] = counted(name, fs[`${name}Sync`])
  fs.promises[name] = counted(name, fs.promises[name])
}
syncBuiltinESMExports()
if (last === 0) process.on('exit', () => fs.writeSync(2, `Changes: ${changes}\n`))

function counted(name, change) {
  return (...parameters) => {
    if (isBelow(parameters[0]) || isBelow(parameters[1])) {
      changes++
      if (changes === last) end(name, parameters)
    }
    return change(...parameters)
  }
}

function isBelow(path) {
  return typeof path === 'string' && path.startsWith(folder)
}

function end(name, [path, content]) {
  // By a descriptor, which is not counted.
  const flag = {writeFile: 'w', appendFile: 'a'}[name]
  try {
    if (flag !== undefined) fs.writeSync(fs.openSync(path, flag), content.slice(0, content.length / 2))
  } catch {
    // Without its folder nothing is written.
  }
  process.kill(process.pid, 'SIGKILL')
}
