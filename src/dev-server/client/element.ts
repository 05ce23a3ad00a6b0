/** An element with children; texts are text, whatever stands in them. */
export function element(
  name: string,
  className: string,
  children: ReadonlyArray<Node | string>
): HTMLElement {
  const made = document.createElement(name)
  if (className !== '') made.className = className
  made.append(...children)
  return made
}

/** A sentence with what stands between backticks as code. */
export function withCode(text: string): ReadonlyArray<Node | string> {
  return text.split('`').map((part, index) => (index % 2 === 1 ? element('code', '', [part]) : part))
}
