import {getHeapSpaceStatistics, setFlagsFromString} from 'node:v8'

/**
 * Have V8 work as pays for some seconds.
 *
 * On two cores, code is optimized in the thread that runs it, and with V8's slower compiler only what runs very often: with two threads at work
 * its own threads take time from both, and what they come to comes late. A thousand articles take a tenth less time by it. Versions of
 * Node before 22 know no such option.
 *
 * @param coreCount
 *   Of the machine.
 */
export function tuneEngine(coreCount: number): void {
  limitYoung()
  const knowsEfficiency = Number.parseInt(process.versions.node, 10) >= 22
  if (coreCount <= 2 && knowsEfficiency) setFlagsFromString('--efficiency-mode')
}

/** Bytes for what was made last. */
const youngMax = 32 * 1024 * 1024

/**
 * Let what was made last have no more memory than `youngMax`. Newer versions of Node would give it four times as much, which takes as long to get from the system as
 * it saves, and is a quarter of all that a thousand articles need.
 */
function limitYoung(): void {
  // The global one is loaded here, and not by every build.
  const observer = new PerformanceObserver(() => {
    const young = getHeapSpaceStatistics().find(({space_name}) => space_name === 'new_space')
    if (young === undefined || young.space_size < youngMax) return
    setFlagsFromString('--semi-space-growth-factor=1')
    observer.disconnect()
  })
  observer.observe({entryTypes: ['gc']})
}
