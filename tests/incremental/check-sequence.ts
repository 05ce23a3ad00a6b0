import type {Built} from './built.ts'
import {checkBuild, DivergenceError} from './check-build.ts'
import {diceOf} from './dice.ts'
import {disturbances, type Snapshot} from './disturbances.ts'
import {edits} from './edits.ts'
import {firstModel} from './first-model.ts'
import {withoutMistakes} from './mistakes.ts'
import type {SiteModel} from './model.ts'
import {quietEdits} from './quiet-edits.ts'
import type {Sequence, Step} from './sequence.ts'
import {contentOf, type SiteState, type World} from './world.ts'

/** Where a sequence takes place. */
export interface Place {
  readonly openWorld: () => World
  readonly stateOf: (model: SiteModel) => SiteState
  /** Build a state in a fresh world. */
  readonly buildClean: (state: SiteState) => Promise<Built>
}

/** What a sequence has come to. */
interface Course {
  readonly model: SiteModel
  readonly past: ReadonlyArray<Snapshot & {readonly model: SiteModel; readonly isSound: boolean}>
  /** Whether Galley may not know which files in `dist/` are its own. */
  readonly isForgetful: boolean
  /** Files that were written once and that Galley may not know of. */
  readonly leftovers: ReadonlySet<string>
}

/** Build a site after each step of a sequence; every build comes to what a clean one does. */
export async function checkSequence(place: Place, {start, steps}: Sequence): Promise<void> {
  const world = place.openWorld()
  const story: Array<string> = []
  const nowhere: Course = {model: firstModel, past: [], isForgetful: false, leftovers: new Set()}
  try {
    let course = start.reduce((before, step) => takeStep(before, step), nowhere)
    course = await buildStep(course)
    for (const [index, step] of steps.entries()) {
      course = takeStep(course, step)
      if (step.isBuilt || index === steps.length - 1) course = await buildStep(course)
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const what = error instanceof DivergenceError ? error.message : error.stack
    throw new Error(`After these steps:\n${story.join('\n')}\n\n${what}`)
  } finally {
    world.close()
  }

  function takeStep(course: Course, {edit, dice: numbers, isMending}: Step): Course {
    const dice = diceOf(numbers)
    if (isMending && course.past.at(-1)?.isSound === false) return show(course, mendedModel(course), 'mend')
    const disturbance = disturbances[edit]
    if (disturbance === undefined) {
      const models = course.past.map(({model}) => model)
      return show(course, edits[edit]?.(course.model, dice, models) ?? course.model, edit)
    }
    story.push(edit)
    disturbance.befall(world, dice, course.past)
    return disturbance.isForgetting === true ? {...course, isForgetful: true} : course
  }

  function show(course: Course, model: SiteModel, edit: string): Course {
    const [before, after] = [place.stateOf(course.model), place.stateOf(model)]
    story.push(`${edit}: ${changesOf(before, after).join(', ') || 'nothing new'}`)
    world.show(after, edit in quietEdits ? 'kept' : 'new')
    return {...course, model}
  }

  async function buildStep(course: Course): Promise<Course> {
    const {model, past} = course
    const state = place.stateOf(model)
    world.show(state, 'new')
    const clean = await place.buildClean(state)
    const leftovers = course.isForgetful ? new Set(world.output.paths()) : course.leftovers
    const isCleaning = model.options.clean === true
    const {result, output} = await checkBuild(world, {clean, leftovers, isCleaning})
    const isSound = result.diagnostics.every(({severity}) => severity !== 'error')
    story.push(isSound ? 'build' : 'build, with errors')
    const snapshot = {model, isSound, output, store: contentOf(world.store)}
    return {
      model,
      past: [...past, snapshot],
      isForgetful: course.isForgetful && !result.isWritten,
      leftovers: new Set([...leftovers].filter((path) => output.has(path) && !clean.output.has(path)))
    }
  }
}

/** The site without its mistakes; where they cannot be told from what is meant, as it was when it was built last. */
function mendedModel({model, past}: Course): SiteModel {
  const mended = withoutMistakes(model)
  const isMended = JSON.stringify(mended) !== JSON.stringify(model)
  return isMended ? mended : (past.findLast(({isSound}) => isSound)?.model ?? firstModel)
}

/** What differs between two states, in names. */
function changesOf(before: SiteState, after: SiteState): ReadonlyArray<string> {
  const paths = [...new Set([...Object.keys(before.files), ...Object.keys(after.files)])].sort()
  const templates = (state: SiteState): string => JSON.stringify(state.templates?.map(({hash}) => hash))
  return [
    ...paths.filter((path) => before.files[path] !== after.files[path]),
    ...(JSON.stringify(before.config) === JSON.stringify(after.config) ? [] : [JSON.stringify(after.config)]),
    ...(templates(before) === templates(after) ? [] : ['templates']),
    ...(JSON.stringify(before.options) === JSON.stringify(after.options)
      ? []
      : [JSON.stringify(after.options)]),
    ...(before.day === after.day ? [] : [`day ${after.day}`])
  ]
}
