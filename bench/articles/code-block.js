import {word} from './words.js'

/** A fenced block of 5 to 16 lines in one of six languages. */
export function codeBlock(random) {
  const languages = Object.keys(lines)
  const language = languages[Math.floor(random() * languages.length)]
  const length = 5 + Math.floor(random() * 12)
  const code = Array.from({length}, (_, index) => {
    const kinds = lines[language]
    return kinds[index % kinds.length](word(random), word(random), Math.floor(random() * 1000))
  })
  return `\`\`\`${language}\n${code.join('\n')}\n\`\`\``
}

const lines = {
  js: [
    (one, other, number) => `const ${one}Value = ${other}Of(${number}, 'text')`,
    (one, other) => `if (${one}Value === undefined) return ${other}List.map((item) => item.name)`,
    (one, _, number) => `// The ${one} takes ${number} ms.`,
    (one, other) =>
      `export function ${one}By${capitalized(other)}(input) { return {...input, ${other}: true} }`
  ],
  python: [
    (one, other, number) => `${one}_count = ${other}_of(${number}, "text")`,
    (one) => `for item in ${one}_list:`,
    (one, other) => `    print(f"{item.name}: {${one}.${other}!r}")`,
    (one, _, number) => `# The ${one} takes ${number} ms.`
  ],
  bash: [
    (one, other) => `export ${one.toUpperCase()}="$HOME/${other}"`,
    (one, other, number) => `${one} --${other}=${number} | sort -u > ${one}.txt`,
    (one) => `# Then start the ${one}.`
  ],
  json: [(one, other, number) => `{"${one}": {"${other}": ${number}, "list": [true, null, "${other}"]}}`],
  go: [
    (one, other, number) => `${one}Value, err := ${other}Of(ctx, ${number})`,
    (one, other) => `if err != nil { return fmt.Errorf("${one} ${other}: %w", err) }`,
    (one, _, number) => `// The ${one} takes ${number} ms.`
  ],
  css: [
    (one, other, number) => `.${one} > .${other} { margin: 0 ${number}px; color: var(--${other}) }`,
    (one, _, number) => `@media (width > ${number}px) { .${one}::before { content: "${one}" } }`
  ]
}

/** A word as part of a name in camel case. */
function capitalized(text) {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
