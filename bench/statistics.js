/** The middle value; the mean of the two middle ones where there is none. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  if (sorted.length % 2 === 1) return sorted[Math.floor(middle)]
  return (sorted[middle - 1] + sorted[middle]) / 2
}

/** Median and range; `undefined` of nothing. */
export function spread(values) {
  const known = values.filter((value) => value !== undefined)
  if (known.length === 0) return undefined
  return {median: median(known), min: Math.min(...known), max: Math.max(...known)}
}

/**
 * What the runs of one scenario on one size come to, by system in the order in which they ran.
 *
 * A ratio compares runs of the same round: a machine that was slow for a while was so for both. On a machine that does much else, the
 * ratio of processor time is the one to trust.
 */
export function summarize(runs) {
  const names = [...new Set(runs.map(({system}) => system))]
  const model = runs.filter(({system}) => system === 'galley')
  return names.map((system) => {
    const own = runs.filter((run) => run.system === system)
    return {
      system,
      seconds: spread(own.map(({seconds}) => seconds)),
      cpuSeconds: spread(own.map(({cpuSeconds}) => cpuSeconds)),
      megabytes: spread(own.map(({megabytes}) => megabytes)),
      ratio: spread(ratios(own, model, 'seconds')),
      cpuRatio: spread(ratios(own, model, 'cpuSeconds'))
    }
  })
}

/** Values of one system's runs as multiples of those that another's have in the same rounds. */
export function ratios(runs, others, measure) {
  const valueByRound = new Map(others.map((run) => [run.round, run[measure]]))
  return runs.flatMap((run) => {
    const other = valueByRound.get(run.round)
    return other === undefined || run[measure] === undefined ? [] : [run[measure] / other]
  })
}
