import {Buffer} from 'node:buffer'

/*
 * Loaded before the command: what the environment names fails from then on as only a fault of Galley's own does, in the middle of a build.
 */

const word = process.env.GALLEY_FAULT_AT ?? ''
const from = Buffer.from

Buffer.from = (value, ...others) => {
  if (typeof value === 'string' && value.includes(word)) throw new TypeError('page.words is not a function')
  return from(value, ...others)
}
