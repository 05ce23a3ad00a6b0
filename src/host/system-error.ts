/** The system's name of what went wrong (`ENOENT`); `undefined` for any other error. */
export function errorCodeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** What went wrong in words, without the path, which differs from machine to machine. */
export function causeOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replace(/, \w+ '[\s\S]*$/, '')
}
