import type {Questions} from 'galley'

/** Address of the style sheet or script of a component, which lies in `templates/assets/components/` under its name; none where it has none. */
export function componentFile(view: Questions, name: string, ending: 'css' | 'js'): ReadonlyArray<string> {
  const path = `/assets/components/${name}.${ending}`
  return view.has(path) ? [path] : []
}
