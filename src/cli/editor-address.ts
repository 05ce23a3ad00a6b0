/**
 * Address that opens a place in an editor, with `{file}`, `{line}` and `{column}` for what is put in.
 *
 * @param wanted
 *   Name of an editor that is known, or such an address. Default: Visual Studio Code.
 */
export function editorAddress(wanted: string | undefined): string {
  const name = wanted?.trim() ?? ''
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(name)) return name
  return (Object.hasOwn(addresses, name) ? addresses[name] : undefined) ?? visualStudioCode
}

const visualStudioCode = 'vscode://file{file}:{line}:{column}'

const addresses: Readonly<Record<string, string>> = {
  code: visualStudioCode,
  vscode: visualStudioCode,
  codium: 'vscodium://file{file}:{line}:{column}',
  cursor: 'cursor://file{file}:{line}:{column}',
  windsurf: 'windsurf://file{file}:{line}:{column}',
  zed: 'zed://file{file}:{line}:{column}',
  idea: 'idea://open?file={file}&line={line}&column={column}',
  webstorm: 'webstorm://open?file={file}&line={line}&column={column}',
  sublime: 'subl://open?url=file://{file}&line={line}&column={column}'
}
