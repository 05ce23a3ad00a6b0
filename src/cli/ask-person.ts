import {createInterface} from 'node:readline'

/**
 * Ask a question on a terminal.
 *
 * @param given
 *   The answer of who only presses Enter, or ends the input.
 */
export async function askPerson(
  input: NodeJS.ReadableStream,
  write: (text: string) => unknown,
  {question, given}: {readonly question: string; readonly given: string}
): Promise<string> {
  write(`${question} (${given}): `)
  const lines = createInterface({input})
  const line = await new Promise<string>((resolve) => {
    lines.once('line', resolve)
    lines.once('close', () => resolve(''))
  })
  lines.close()
  return line.trim() === '' ? given : line.trim()
}
