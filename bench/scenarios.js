import {measureBuild} from './measure-build.js'
import {measureAnswer, measureReady} from './measure-server.js'

/**
 * What is measured, in order. A site is built when a scenario begins, and afterwards again.
 *
 * `prepare` changes the site (`open-site.js`) before a run, with a mark that no run had before, and returns where the mark must then
 * be seen. `measure` is one run. `needs` names what a system must have to take part.
 */
export const scenarios = [
  {name: 'cold', title: 'Cold build', prepare: (site) => site.forget(), measure: measureBuild},
  {name: 'noop', title: 'Build after no change', prepare: () => undefined, measure: measureBuild},
  {
    name: 'body',
    title: 'Build after one edited body',
    prepare: (site, mark) => site.editBody(mark),
    measure: measureBuild
  },
  {
    name: 'title',
    title: 'Build after one new title',
    prepare: (site, mark) => site.retitle(mark),
    measure: measureBuild
  },
  {
    name: 'partial',
    title: 'Build after an edited footer',
    prepare: (site, mark) => site.editFooter(mark),
    measure: measureBuild
  },
  {name: 'ready', title: 'Dev server ready', prepare: () => undefined, measure: measureReady, needs: 'serve'},
  {
    name: 'edit',
    title: 'Edit to answer of the dev server',
    prepare: () => undefined,
    measure: measureAnswer,
    needs: 'serve'
  }
]

/**
 * Systems that cannot do a scenario yet.
 *
 * @param {{needs?: string}} scenario
 * @param {ReadonlyArray<{system: string, what: string}>} notYet
 *   What systems lack, of the results.
 */
export function absentFrom({needs}, notYet) {
  const absent = notYet.filter(({what}) => what === needs || what === 'highlights')
  return [...new Set(absent.map(({system}) => system))]
}
