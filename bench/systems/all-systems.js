import {astro} from './astro.js'
import {eleventy} from './eleventy.js'
import {galley, galleyOneThread} from './galley.js'
import {hugo} from './hugo.js'

/**
 * What is measured, in the order in which it is run and shown.
 *
 * Each is a record: `files` (folder beside this file with settings and templates), `publicFolder` and `output` (folders of a site),
 * `remembered` (what a build leaves for the next one, besides its output), `footer` (the partial that is edited),
 * `link` (address of another article in a text), `find` (a version, or why it is missing), `build` and `serve` (a command, in the site's folder).
 * `serve` is absent, and `highlights` false, where a system cannot do that yet. `variantOf` names the system of which one is the same, run otherwise.
 */
export const allSystems = [galley, galleyOneThread, hugo, eleventy, astro]
