import {type CommandName, commands, generalOptions, type Option} from './option-table.ts'

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
  const {usage, description, options} = commands[command]
  const examples = examplesOf[command]
  return [
    `${command === 'build' ? 'Build the site in DIR (default: the current folder) into DIR/dist' : description}.`,
    `Usage: galley ${command} ${usage}`,
    `Options:\n${aligned(optionRows(options))}`,
    ...(examples === undefined ? [] : [`Examples:\n${aligned(examples)}`]),
    ...(command === 'build' ? [`Exit status:\n${aligned(exitStatuses)}`] : [])
  ]
    .join('\n\n')
    .concat('\n')
}

type Rows = ReadonlyArray<readonly [string, string]>

const examplesOf: {readonly [Name in CommandName]?: Rows} = {
  build: [
    ['galley build', 'build the site in this folder'],
    ['galley build docs --out ../public', 'build docs/ into public/'],
    ['galley build --drafts --future', 'preview what is not yet published'],
    ['galley build --strict --json', 'for CI: warnings fail, the result as JSON']
  ],
  new: [
    ['galley new articles/hello', 'begin content/articles/hello.md'],
    ['galley new articles/hello/index', 'begin one with a folder for images']
  ],
  related: [
    ['galley related /articles/hello/', 'what belongs beside it, and why'],
    ['galley related --report --html report.html', 'how good all of it is, as a page']
  ],
  mv: [
    ['galley mv articles/helo.md articles/hello.md', 'move an article'],
    ['galley mv articles/2023 archive/2023', 'move a folder'],
    ['galley mv articles/hello.md#setup "Setting up"', 'rename a heading']
  ],
  explain: [
    ['galley explain /articles/hello/', 'what that page is made of'],
    ['galley explain templates/article.tsx', 'which pages a file goes into']
  ],
  diff: [
    ['galley diff /tmp/before dist', 'what differs between two built sites'],
    ['galley diff --deployed', 'what the next deployment would change']
  ]
}

const exitStatuses: Rows = [
  ['0', 'built'],
  ['1', 'the site has errors; without --keep-going the output is as it was'],
  ['2', 'wrong usage'],
  ['70', 'a fault of Galley itself'],
  ['74', 'the system refused a file, for want of space or permission']
]

function optionRows(options: {readonly [name: string]: Option}): Rows {
  return Object.entries(options).map(([name, {short, value, isValueOptional, description}]) => {
    const letter = short === undefined ? '' : `-${short}, `
    return [`${letter}--${name}${value === undefined ? '' : placeholder(value)}`, description]

    function placeholder(text: string): string {
      return isValueOptional === true ? `[=${text}]` : ` ${text}`
    }
  })
}

/** Two columns, indented by two, parted by at least two blanks. */
function aligned(rows: Rows): string {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n')
}
