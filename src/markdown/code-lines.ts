const codeFence = /^[ \t>]*(`{3,}|~{3,})/

/** Tells, of one line after the other, whether it stands in fenced code or is its first line. */
export function codeLineReader(): (line: string) => boolean {
  let open: string | undefined
  return (line) => {
    const [, fence] = codeFence.exec(line) ?? []
    // A fence with anything after it closes no code.
    const isEnd = fence !== undefined && line.trimEnd().endsWith(fence)
    if (open !== undefined && isEnd && fence.startsWith(open)) open = undefined
    else if (open === undefined) open = fence
    return open !== undefined
  }
}
