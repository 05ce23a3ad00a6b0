/** Value for `class`: that of the theme, then what the author gave. */
export function classes(own: string, given: string | undefined): string {
  return given === undefined || given === '' ? own : `${own} ${given}`
}
