import {goals} from './goals.js'
import {median} from './statistics.js'

/** Each goal with the value that was reached; without `value` where it was not measured. */
export function judgeGoals(runs) {
  return goals.map((goal) => {
    const bound = goal.max ?? goal.ofOther ?? goal.ofSize
    const value = reachedValue(goal, runs)
    return {...goal, bound, ...(value === undefined ? {} : {value, isMet: value <= bound})}
  })
}

function reachedValue(goal, runs) {
  const own = measured(runs, goal, goal.articles, 'galley')
  if (own.size === 0) return undefined
  if (goal.max !== undefined) return median([...own.values()])
  if (goal.ofSize !== undefined) {
    const smaller = measured(runs, goal, goal.size, 'galley')
    return smaller.size === 0 ? undefined : median([...own.values()]) / median([...smaller.values()])
  }
  const other = measured(runs, goal, goal.articles, goal.other)
  const parts = [...own].flatMap(([round, value]) => (other.has(round) ? [value / other.get(round)] : []))
  return parts.length === 0 ? undefined : median(parts)
}

/** Values of a system by round. */
function measured(runs, {scenario, measure}, articles, system) {
  const own = runs.filter(
    (run) =>
      run.articles === articles &&
      run.scenario === scenario &&
      run.system === system &&
      run[measure] !== undefined
  )
  return new Map(own.map((run) => [run.round, run[measure]]))
}
