import {buildOptions, type CommandName, commands, generalOptions, type Option} from './option-table.ts'

/** What `galley --help` prints. */
export function generalHelp(): string {
  return `Galley makes a complete website of articles in Markdown.

Usage: galley COMMAND [OPTIONS]

Commands:
${aligned(Object.entries(commands).map(([name, {description}]) => [name, description]))}

Options:
${aligned(optionRows(generalOptions))}

Examples:
${aligned([
  ['galley build', 'build the site in this folder into dist/'],
  ['galley explain /articles/hello/', 'what that page is made of'],
  ['galley build --help', 'all options of build']
])}
`
}

/** What `galley COMMAND --help` prints. */
export function commandHelp(command: CommandName): string {
  if (command === 'build') return buildHelp()
  const {usage, description, options} = commands[command]
  return `${description}.

Usage: galley ${command} ${usage}

Options:
${aligned(optionRows(options))}
`
}

function buildHelp(): string {
  return `Build the site in DIR (default: the current folder) into DIR/dist.

Usage: galley build [DIR] [OPTIONS]

Options:
${aligned(optionRows(buildOptions))}

Examples:
${aligned([
  ['galley build', 'build the site in this folder'],
  ['galley build docs --out ../public', 'build docs/ into public/'],
  ['galley build --drafts --future', 'preview what is not yet published'],
  ['galley build --strict --json', 'for CI: warnings fail, the result as JSON']
])}

Exit status:
${aligned([
  ['0', 'built'],
  ['1', 'the site has errors; without --keep-going the output is as it was'],
  ['2', 'wrong usage'],
  ['70', 'a fault of Galley itself'],
  ['74', 'the system refused a file, for want of space or permission']
])}
`
}

function optionRows(options: {readonly [name: string]: Option}): ReadonlyArray<readonly [string, string]> {
  return Object.entries(options).map(([name, {short, value, isValueOptional, description}]) => {
    const letter = short === undefined ? '' : `-${short}, `
    return [`${letter}--${name}${value === undefined ? '' : placeholder(value)}`, description]

    function placeholder(text: string): string {
      return isValueOptional === true ? `[=${text}]` : ` ${text}`
    }
  })
}

/** Two columns, indented by two, parted by at least two blanks. */
function aligned(rows: ReadonlyArray<readonly [string, string]>): string {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n')
}
