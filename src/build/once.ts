/** `ask`, asked when its answer is first wanted and never again. */
export function once<Answer extends {}>(ask: () => Answer): () => Answer {
  let answer: Answer | undefined
  return () => {
    answer ??= ask()
    return answer
  }
}
