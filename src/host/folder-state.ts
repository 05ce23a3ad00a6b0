import {hashOf} from './code-trace.ts'
import {listFiles} from './list-files.ts'

/** Changes when any file below a folder may have. */
export function folderState(folder: string): string {
  const {value} = listFiles({root: folder, folder: '', prefix: '', excluded: []})
  return hashOf(JSON.stringify(value.map(({path, identity}) => [path, identity])))
}
