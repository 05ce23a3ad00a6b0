import {astro} from './astro.js'
import {eleventy} from './eleventy.js'
import {galley, galleyOneThread} from './galley.js'
import {hugo} from './hugo.js'

/**
 * What is measured, in the order in which it is run and shown. Each is a record of
 *
 * - `files`: folder beside this file with its settings and templates;
 * - `publicFolder`, `output`: folders of a site, for files to be copied and for what is built;
 * - `remembered`: what a build leaves for the next one, besides its output;
 * - `footer`: the partial that is edited;
 * - `link`: the address of another article as it is written in a text;
 * - `find`: a version, or why it is missing;
 * - `prepare`: what else a site needs before it can be built, if anything;
 * - `build`, `serve`: a command to run in the site's folder. Without `serve` it has no dev server yet;
 * - `highlights`: whether it can color code;
 * - `variantOf`: the system that it is, run in another way.
 */
export const allSystems = [galley, galleyOneThread, hugo, eleventy, astro]
