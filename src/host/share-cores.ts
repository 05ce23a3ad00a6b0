import {setFlagsFromString} from 'node:v8'

/**
 * Have V8 make less of code that may not run for long: on two cores with two threads at work, its own threads, which optimize code, take time from
 * both. A thousand articles take a tenth less time by it. Versions of Node before 22 know no such option.
 */
export function shareCores(): void {
  if (Number.parseInt(process.versions.node, 10) >= 22) setFlagsFromString('--efficiency-mode')
}
