import {goals} from './goals.js'
import {median, ratios} from './statistics.js'

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
  if (own.length === 0) return undefined
  if (goal.max !== undefined) return middle(own, goal.measure)
  if (goal.ofOther !== undefined) {
    const parts = ratios(own, measured(runs, goal, goal.articles, goal.other), goal.measure)
    return parts.length === 0 ? undefined : median(parts)
  }
  const smaller = measured(runs, goal, goal.size, 'galley')
  return smaller.length === 0 ? undefined : middle(own, goal.measure) / middle(smaller, goal.measure)
}

/** Runs of a system that have what the goal is about. */
function measured(runs, {scenario, measure}, articles, system) {
  return runs.filter(
    (run) =>
      run.articles === articles &&
      run.scenario === scenario &&
      run.system === system &&
      run[measure] !== undefined
  )
}

function middle(runs, measure) {
  return median(runs.map((run) => run[measure]))
}
