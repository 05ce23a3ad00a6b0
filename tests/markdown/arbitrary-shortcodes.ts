import fc from 'fast-check'

const name = fc.constantFrom('note', 'badge', 'a', 'ref', 'figure', 'details', 'highlight', 'tab', 'x/y', '')

const args = fc.constantFrom(
  '',
  '',
  ' "b"',
  ' b',
  ' c="d e"',
  ' c=`"`',
  ' "|"',
  '\n  c=d\n',
  ' c="d\n\ne"',
  ' "*"',
  ' <b>',
  ' "',
  ' c='
)

const tag = fc
  .tuple(fc.constantFrom('<>', '%%'), fc.constantFrom('', '', '', '/', '/*'), name, args)
  .map(([[open, close] = ['', ''], kind, inner, given]) => {
    const content = kind === '/' ? ` /${inner} ` : `${kind} ${inner}${given} ${kind === '/*' ? '*/' : ''}`
    return `{{${open}${content}${close}}}`
  })

const pair = fc
  .tuple(
    name,
    args,
    fc.constantFrom('', ' b ', '\nb\n', '\n\nb *c*\n\n', '\n- b\n', '\n> b\n', '\n|b|\n|-|\n')
  )
  .map(([inner, given, content]) => `{{< ${inner}${given} >}}${content}{{< /${inner} >}}`)

const inline = fc.oneof(
  tag,
  pair,
  tag.map((inner) => `*${inner}*`),
  tag.map((inner) => `[a](${inner})`),
  tag.map((inner) => `\`${inner}\``),
  tag.map((inner) => `<b a="${inner}">`),
  tag.map((inner) => `a:${inner}`),
  tag.map((inner) => `:b${inner}`),
  fc.constantFrom('a', ' ', 'b ', '{{<', '{{%', '>}}', '*', ':a[b]', '\\')
)

const line = fc.array(inline, {minLength: 1, maxLength: 4}).map((parts) => parts.join(''))

const {block} = fc.letrec<{block: string}>((tie) => ({
  block: fc.oneof(
    {maxDepth: 3},
    line,
    line,
    line.map((inner) => `# ${inner}`),
    line.map((inner) => `\`\`\`\n${inner}\n\`\`\``),
    line.map((inner) => `<div>\n${inner}\n</div>`),
    line.map((inner) => `|a|b|\n|-|-|\n|${inner.replaceAll('\n', ' ')}|c|`),
    line.map((inner) => `:::a\n${inner}\n:::`),
    tie('block').map((inner) => inner.replace(/^/gm, '> ')),
    tie('block').map((inner) => `- ${inner.replaceAll('\n', '\n  ')}`),
    fc.tuple(name, tie('block')).map(([inner, content]) => `{{< ${inner} >}}\n${content}\n{{< /${inner} >}}`)
  )
}))

/** Shortcodes of each kind, right and wrong, in all that can hold them. */
export const arbitraryShortcodes: fc.Arbitrary<string> = fc
  .array(fc.tuple(block, fc.constantFrom('\n', '\n\n')), {minLength: 1, maxLength: 4})
  .map((parts) => parts.flat().join(''))
