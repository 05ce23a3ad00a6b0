import {moveCommand} from '#src/cli/move-command.ts'
import type {MoveArguments} from '#src/cli/parse-address-arguments.ts'
import {printingTerminal} from './printing-terminal.ts'

/** Runs `galley mv` in a site. Answers with its status and what it printed. */
export async function runMove(
  asked: Omit<MoveArguments, 'kind' | 'folder'>,
  {root, theme}: {readonly root: string; readonly theme: string}
): Promise<{readonly status: number; readonly printed: string}> {
  const {terminal, printed} = printingTerminal()
  const status = await moveCommand(
    {kind: 'mv', ...asked, folder: root},
    {terminal, themeFolder: theme, state: 'test', version: '0'}
  )
  return {status, printed: printed()}
}
