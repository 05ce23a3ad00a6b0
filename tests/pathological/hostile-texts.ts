/** A text that makes a careless parser take time or stack out of all proportion. */
export interface HostileText {
  readonly name: string
  /** The text with its pattern repeated. */
  readonly write: (times: number) => string
}

function pattern(name: string, unit: string, after = ''): HostileText {
  return {name, write: (times) => unit.repeat(times) + after}
}

function around(name: string, open: string, inside: string, close: string): HostileText {
  return {name, write: (times) => open.repeat(times) + inside + close.repeat(times)}
}

function lines(name: string, line: (index: number) => string): HostileText {
  return {name, write: (times) => Array.from({length: times}, (_, index) => line(index)).join('\n')}
}

/** Whose size is the square of their number: as many as make a text of about `times` × 7 characters, as the others are. */
function squared(name: string, line: (index: number) => string): HostileText {
  return {name, write: (times) => lines(name, line).write(Math.round(Math.sqrt(times * 14)))}
}

/** Those of Markdown, after what the reference implementations of CommonMark and of GitHub guard themselves against. */
export const hostileMarkdown: ReadonlyArray<HostileText> = [
  around('strong emphasis in emphasis', '*a **a ', 'b', ' a** a*'),
  pattern('closers of emphasis without openers', 'a_ '),
  pattern('openers of emphasis without closers', '_a '),
  pattern('closers of links without openers', 'a]'),
  pattern('openers of links without closers', '[a'),
  pattern('openers and closers that do not match', '*a_ '),
  pattern('runs of three', 'a**b', 'c* '.repeat(50)),
  pattern('openers of links and closers of emphasis', '[ a_'),
  pattern('brackets and parentheses', '[ (](', ''),
  pattern('emphasis around links', '**x [a*b**c*](d)'),
  around('nested brackets', '[', 'a', ']'),
  around('nested parentheses in an address', '[a](', 'b', ')'),
  pattern('nested quotes', '> ', 'a'),
  pattern('nested lists in one line', '* ', 'a'),
  squared('nested lists, each indented more', (index) => `${'  '.repeat(index)}* a`),
  squared('runs of backticks, each longer', (index) => `e${'`'.repeat(index)}`),
  squared('fences of code, each longer', (index) => `${'`'.repeat(index + 3)}\n`),
  pattern('links that are open at the address in brackets', '[a](<b'),
  pattern('links that are open at the address', '[a](b'),
  pattern('images that are open', '![a]('),
  pattern('comments that are open', 'a <!--'),
  pattern('instructions that are open', 'a <?'),
  pattern('declarations that are open', 'a <!A '),
  pattern('sections of CDATA that are open', 'a <![CDATA['),
  pattern('tags that are open', '<a href="'),
  pattern('tags', '<b>'),
  pattern('tags that close', '</b>'),
  pattern('empty links', '[]()'),
  pattern('angle brackets', '<'),
  pattern('backslashes', '\\'),
  pattern('ampersands', '&'),
  pattern('entities without an end', '&#1'),
  pattern('tabs', '\t', 'a'),
  pattern('line ends', '\n', 'a'),
  pattern('blanks before a line end', ' ', '\n'),
  pattern('lines of a heading', 'a\n', '==='),
  lines('definitions', (index) => `[r${index}]: /u\n`),
  {
    name: 'uses of one definition',
    write: (times) => `${'[x] '.repeat(times)}\n\n[x]: /${'u'.repeat(1000)}\n`
  },
  lines('footnotes', (index) => `a[^${index}]\n\n[^${index}]: b\n`),
  pattern('marks of footnotes', '[^1] ', '\n\n[^1]: b'),
  lines('marks of footnotes that are not there', () => '[^a]'),
  lines('links to files that are not there', (index) => `[a](${index}.md)`),
  {
    name: 'links to headings that are not there',
    write: (times) =>
      `${lines('', (index) => `[a](#${index}-b)`).write(times)}\n\n${lines('', (index) => `## C ${index}\n`).write(times / 100)}`
  },
  lines('comments that ignore nothing known', (index) => `<!-- galley-ignore a/${index}: b -->\n`),
  {name: 'columns of a table', write: (times) => `${'|a'.repeat(times)}|\n${'|-'.repeat(times)}|\n`},
  lines('rows of a table', (index) => (index === 1 ? '|-|-|' : '|a|b|')),
  {
    name: 'rows of a wide table, all empty',
    write: (times) => `${'|a'.repeat(200)}|\n${'|-'.repeat(200)}|\n${'|\n'.repeat(times / 50)}`
  },
  pattern('addresses', 'www.a.bb '),
  pattern('addresses in each other', 'http://'),
  pattern('parts of mail addresses', 'a@'),
  pattern('dots of mail addresses', 'a.'),
  pattern('carets', '^'),
  pattern('tildes', '~a ')
]

/** Those of what Galley knows beyond Markdown. */
export const hostileExtensions: ReadonlyArray<HostileText> = [
  lines('containers that are open', () => ':::note'),
  squared('containers in each other', (index) => `${':'.repeat(600 - Math.min(index, 590))}note`),
  pattern('directives in text', ':a[b]'),
  pattern('labels that are open', ':a['),
  pattern('attributes that are open', ':a{b='),
  {name: 'attributes of one directive', write: (times) => `::a{${'b="c" '.repeat(times)}}`},
  pattern('colons and blanks', ': '),
  pattern('shortcodes that are open', '{{< a '),
  pattern('shortcodes', '{{< a >}}'),
  pattern('shortcodes in each other', '{{< details >}}', ''),
  pattern('dollars', '$'),
  pattern('formulas', '$a$ '),
  pattern('formulas that are open', '$a '),
  around('braces in a formula', '$${', 'a', '}'),
  {name: 'groups of one formula', write: (times) => `$$${'{'.repeat(times)}a${'}'.repeat(times)}$$`},
  pattern('ids of headings', '# a {#', ''),
  lines('headings of one name', () => '# a'),
  lines('headings', (index) => `# a${index}`),
  pattern('links to pages by name', '[[a'),
  pattern('links to pages by name, closed', '[[a]] '),
  pattern('quotes', '"a '),
  pattern('dashes', '-- '),
  pattern('words', 'word '),
  pattern('one word', 'w'),
  lines('includes', () => '::include{file="none.md"}\n'),
  {name: 'code of one line', write: (times) => `\`\`\`js\n${'a("b");'.repeat(times)}\n\`\`\``},
  {name: 'lines of code', write: (times) => `\`\`\`js\n${'a("b")\n'.repeat(times)}\`\`\``},
  {name: 'brackets in code', write: (times) => `\`\`\`js\n${'(['.repeat(times)}\n\`\`\``},
  {name: 'quotes in code', write: (times) => `\`\`\`js\n${'`${'.repeat(times)}\n\`\`\``},
  {name: 'marked lines of code', write: (times) => `\`\`\`js {${'1,'.repeat(times)}2}\na\n\`\`\``}
]

/** Those of front matter. */
export const hostileFrontMatter: ReadonlyArray<HostileText> = [
  {name: 'lists in YAML', write: (times) => `---\na: ${'['.repeat(times)}\n---\n`},
  {name: 'mappings in YAML', write: (times) => `---\na: ${'{a: '.repeat(times)}\n---\n`},
  {name: 'lists in one line of YAML', write: (times) => `---\na:\n  ${'- '.repeat(times)}\n---\n`},
  {name: 'entries of a list in YAML', write: (times) => `---\ntitle: a\na:\n${'  - b\n'.repeat(times)}---\n`},
  {
    name: 'keys in YAML',
    write: (times) => `---\n${lines('', (index) => `k${index}: v`).write(times)}\n---\n`
  },
  {
    name: 'anchors in YAML',
    write: (times) =>
      `---\na: [${lines('', (index) => `&a${index} b, *a${index}`)
        .write(times / 4)
        .replaceAll('\n', ', ')}]\n---\n`
  },
  {name: 'quotes in YAML', write: (times) => `---\na: ${'"'.repeat(times)}\n---\n`},
  {
    name: 'lists in JSON',
    write: (times) => `---json\n{"a": ${'['.repeat(times)}${']'.repeat(times)}}\n---\n`
  },
  {
    name: 'mappings in JSON',
    write: (times) => `---json\n${'{"a": '.repeat(times)}1${'}'.repeat(times)}\n---\n`
  },
  {name: 'lists in TOML', write: (times) => `+++\na = ${'['.repeat(times)}${']'.repeat(times)}\n+++\n`},
  {
    name: 'tables in TOML',
    write: (times) => `+++\n${lines('', (index) => `[a${index}]`).write(times)}\n+++\n`
  },
  {name: 'parts of a key in TOML', write: (times) => `+++\n${'a.'.repeat(times)}a = 1\n+++\n`},
  {
    name: 'tags',
    write: (times) =>
      `---\ntitle: a\ntags: [${lines('', (index) => `t${index}`)
        .write(times / 10)
        .replaceAll('\n', ', ')}]\n---\n`
  },
  {name: 'fences of front matter', write: (times) => '---\n'.repeat(times)}
]
