import {expect, test} from 'vitest'
import {compileText, htmlOf} from './compile-text.ts'

const nested = `1. a

   ::::tip[b]
   - c

     :::details[d]
     e
     :::
   - f
   ::::

2. g
:::note
h
:::
`

test.each(['native', 'remark'] as const)(
  'containers stand in items of lists, and in lists in containers, for %s',
  async (parser) => {
    const {value, diagnostics} = await compileText(nested, {parser})
    expect(diagnostics).toEqual([])
    expect(htmlOf(value.body)).toBe(
      `<ol>
<li>
<p>a</p>
{{block callout kind="tip" titled=""}}
<p class="callout-title">b</p>
<ul>
<li>
<p>c</p>
{{block details title="d"}}
<p>e</p>
{{/details}}
</li>
<li>
<p>f</p>
</li>
</ul>
{{/callout}}
</li>
<li>
<p>g</p>
</li>
</ol>
{{block callout kind="note"}}
<p>h</p>
{{/callout}}
`.trimEnd()
    )
  }
)
