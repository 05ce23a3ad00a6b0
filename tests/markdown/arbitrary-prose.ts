import fc from 'fast-check'

const words =
  `a b lorem Zoë 漢字 U.S. don't 3.14 \\$ $ $$ $x$ $5 $a_1*b*$ \\\\ \` \`$\` * ** _ ~~ [ ] ( ) < > | & &amp; &#36; \\* # - :
  $|x|$ $\\frac{a}{b}$ $\\foo$ $\`y\`$ ￥ ： http://x.org/$a$ www.x.org/$ <b> </b> :x[$b$] ![$c$](d) [$c$] [r] "q" "q 'n' " ' -- --- ... \\... \\" &quot; :rocket: \\:tada: a:b: :no: x^2^ ^ ^a\\^ ==m == ==m== === H~2~O ~s~ ~~s~~ HTML HTMLs
  <http://a.b/HTML--x> 5~10 a~b ~*c* "a"'s`.split(/\s+/)

/** Text with what all switches of Markdown change, and what they may be taken for. */
const word = fc.constantFrom(...words)

const text = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ' ', '', '\n')), {minLength: 1, maxLength: 6})
  .map((parts) => parts.flat().join('').trim())

const display = fc
  .tuple(
    fc.constantFrom('$$', '$$', '$$ ', 'x $$', '```math', '~~~math', '```mermaid'),
    fc.array(word, {maxLength: 3}),
    fc.constantFrom('\n', ' ', '\n- ', '\n> ', '\n\n')
  )
  .map(
    ([mark, inner, gap]) =>
      `${mark}${gap.includes('\n') ? '\n' : ''}${inner.join(gap)}\n${mark
        .trim()
        .slice(-2)
        .replace(/[a-z]+/, '```')}`
  )

const marked = fc
  .tuple(fc.constantFrom('*', '**', '_', '~~'), text)
  .map(([mark, inner]) => mark + inner + mark)

const {block} = fc.letrec<{block: string}>((tie) => ({
  block: fc.oneof(
    {maxDepth: 2},
    text,
    text,
    marked,
    display,
    text.map((inner) => `# ${inner.replaceAll('\n', ' ')}`),
    text.map(
      (inner) => `| a | ${inner.replaceAll('\n', ' ')} |\n|---|---|\n| ${inner.replaceAll('\n', ' ')} | $y |`
    ),
    text.map((inner) => `\`\`\`\n${inner}\n\`\`\``),
    text.map((inner) => `    ${inner}`),
    text.map((inner) => `[r]: <${inner.replaceAll(/[\s<>]/g, '')}> "t"`),
    text.map((inner) => `<div>\n${inner}\n</div>`),
    fc.constantFrom(
      '[r]: /x',
      '[$c$]: /y',
      '***',
      '*[HTML]: Hyper "Text"',
      '*[a]: b\n*[漢字]: &amp;',
      '> *[b]: c',
      ' *[lorem]:'
    ),
    text.map((inner) => `![a](b.png "${inner.replaceAll('"', "'")}")`),
    text.map((inner) => `::figure[${inner.replaceAll('\n', ' ')}]{src=a}`),
    text.map((inner) => `:::tip ${inner.replaceAll('\n', ' ')}\na\n:::`),
    fc.constantFrom('> [!NOTES]\n> a', ':::code-group\n```mermaid\na\n```\n:::', ':::code-group\na\n:::'),
    tie('block').map((inner) => `:::note[$t$]\n${inner}\n:::`),
    tie('block').map((inner) => inner.replace(/^/gm, '> ')),
    tie('block').map((inner) => `- ${inner.replaceAll('\n', '\n  ')}`)
  )
}))

/** Markdown for a site that has everything switched on. */
export const arbitraryProse: fc.Arbitrary<string> = fc
  .array(fc.tuple(block, fc.constantFrom('\n\n', '\n\n', '\n')), {minLength: 1, maxLength: 4})
  .map((parts) => parts.flat().join(''))
