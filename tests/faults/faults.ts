import type {OwnCode} from '#src/diagnostics/codes.ts'

/** A mistake that somebody makes in a realistic site, and where it is to be told. */
export interface Fault {
  readonly code: OwnCode
  readonly file: string
  /** Text of the file that is replaced by `to`; absent for a file that is new or wholly another. */
  readonly from?: string
  readonly to: string
  /** The text at which it is told, within the changed file; absent where the whole file is meant. */
  readonly at?: string
  /** The file that is told of, where that is another one. */
  readonly told?: string
}

const setting = 'content/articles/setting-a-line.md'
const proof = 'content/articles/the-first-proof/index.md'
const config = 'galley.config.ts'
const reading = 'content/guide/reading-type.md'

/** Mistakes in links and images. */
const links: ReadonlyArray<Fault> = [
  {
    code: 'routing/broken-reference',
    file: setting,
    from: '../guide/reading-type.md',
    to: '../guide/reading-tpye.md',
    at: '../guide/reading-tpye.md'
  },
  {
    code: 'routing/broken-reference',
    file: reading,
    from: 'washing-type.md',
    to: 'washing.md',
    at: 'washing.md'
  },
  {
    code: 'routing/broken-reference',
    file: 'content/about.md',
    from: '(/guide/)',
    to: '(/guides/)',
    at: '/guides/'
  },
  {
    code: 'routing/broken-reference',
    file: proof,
    from: '![A sheet with marks at its edge](proof.png',
    to: '![A sheet](prof.png',
    at: 'prof.png'
  },
  {code: 'routing/broken-reference', file: proof, from: '(marks.txt)', to: '(Marks.txt)', at: 'Marks.txt'},
  {
    code: 'routing/broken-reference',
    file: proof,
    from: '<span class="mark">lines</span>',
    to: '<a href="../nowhere.md">lines</a>',
    at: '../nowhere.md'
  },
  {
    code: 'routing/broken-reference',
    file: proof,
    from: 'Ink the type,',
    to: '<img src="ink.jpg" alt="Ink">\n\nInk the type,',
    at: 'ink.jpg'
  },
  {
    code: 'routing/broken-reference',
    file: proof,
    from: 'preview_image: proof.png',
    to: 'preview_image: prof.png',
    at: 'prof.png'
  },
  {
    code: 'routing/broken-reference',
    file: proof,
    from: '[set](../setting-a-line.md#spaces)',
    to: '[set][line]\n\n[line]: ../setting-line.md',
    at: '../setting-line.md'
  },
  {
    code: 'routing/broken-reference',
    file: proof,
    from: '[[setting-a-line]]',
    to: '[[setting-two-lines]]',
    at: '[[setting-two-lines]]'
  },
  {
    code: 'routing/unknown-heading',
    file: proof,
    from: '[[setting-a-line]]',
    to: '[[setting-a-line#the knife]]',
    at: '[[setting-a-line#the knife]]'
  },
  {
    code: 'routing/unknown-heading',
    file: setting,
    from: '#pulling-it',
    to: '#pushing-it',
    at: 'the-first-proof/index.md#pushing-it'
  },
  {
    code: 'routing/unknown-heading',
    file: setting,
    from: '(#the-stick)',
    to: '(#the-sticks)',
    at: '#the-sticks'
  },
  {
    code: 'routing/broken-menu-entry',
    file: config,
    from: "url: '/about/'",
    to: "url: '/abuot/'",
    at: "url: '/abuot/'"
  }
]

export const faults: ReadonlyArray<Fault> = [...links]
