import {describe, expect, test} from 'vitest'
import type {BuildOptions, BuildResult} from '#src/build/build.ts'
import {type BuildDependencies, buildCommand} from '#src/cli/build-command.ts'
import {parseArguments} from '#src/cli/parse-arguments.ts'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import type {Host} from '#src/model/host.ts'
import {startSpan} from '#src/model/recorder.ts'
import {countingRecording} from '../build/counting-recording.ts'
import {printingTerminal} from './printing-terminal.ts'

const misspelled: Diagnostic = {
  code: 'content/unknown-field',
  severity: 'warning',
  reason: 'Expected a known front matter field, found `tilte`',
  file: 'content/hello.md',
  place: {line: 2, column: 1, endLine: 2, endColumn: 6}
}
const broken: Diagnostic = {...misspelled, severity: 'error', code: 'site/broken-link', reason: 'Broken'}
const taste: Diagnostic = {...misspelled, severity: 'hint', reason: 'Taste', file: 'content/gone.md'}
const result: BuildResult = {
  diagnostics: [],
  isWritten: true,
  pageCount: 203,
  documentCount: 203,
  articleCount: 203,
  heldBack: {draft: 0, future: 0, expired: 0},
  rendered: [],
  created: 12,
  updated: 3,
  removed: 1,
  kept: 187
}
const notWritten: BuildResult = {
  ...result,
  isWritten: false,
  diagnostics: [broken, misspelled, {...broken, file: 'content/gone.md'}]
}

interface Case {
  readonly name: string
  /** Of the two that this module runs; `build` by default. */
  readonly command?: string
  /** What follows it. */
  readonly line?: string
  readonly dependencies?: Partial<BuildDependencies>
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

const cases: ReadonlyArray<Case> = [
  {
    name: 'a notice is one line on the error stream',
    dependencies: {
      build: async (_, {onNotice}) => {
        onNotice('Waiting')
        return {...result, pageCount: 1, articleCount: 1, created: 0, updated: 0, removed: 0}
      }
    },
    status: 0,
    stdout: 'Built 1 page from 1 article in 1.4 s → dist\n187 kept\n',
    stderr: 'Waiting\n'
  },
  {
    name: 'what a clean build would have given otherwise fails with --verify',
    line: '--verify --json',
    dependencies: {build: async () => result, verify: async () => [broken]},
    status: 1,
    stdout: expect.stringContaining('Broken') as string,
    stderr: ''
  },
  {
    name: 'a good build is summed up',
    status: 0,
    stdout: `Built 203 pages from 203 articles in 1.4 s → dist
12 created, 3 updated, 1 removed, 187 kept
`,
    stderr: ''
  },
  {
    name: 'one is not a plural, and what is zero is left out',
    dependencies: {
      build: returns({...result, pageCount: 1, articleCount: 1, created: 0, updated: 0, removed: 0})
    },
    status: 0,
    stdout: 'Built 1 page from 1 article in 1.4 s → dist\n187 kept\n',
    stderr: ''
  },
  {
    name: 'warnings are printed and counted',
    dependencies: {build: returns({...result, diagnostics: [misspelled]})},
    status: 0,
    stdout: `Built 203 pages from 203 articles in 1.4 s → dist
12 created, 3 updated, 1 removed, 187 kept · 1 warning
`,
    stderr: `content/hello.md:2:1: warning Expected a known front matter field, found \`tilte\`  content/unknown-field
  1 | ---
> 2 | tilte: Hello
    | ^^^^^

`
  },
  {
    name: 'errors keep the output as it was; a file that is gone has no frame',
    dependencies: {build: returns(notWritten)},
    line: 'docs --out ../public',
    status: 1,
    stdout: 'Not written: 2 errors. public is as it was.\n',
    stderr: `content/gone.md:2:1: error Broken  site/broken-link

content/hello.md:2:1: warning Expected a known front matter field, found \`tilte\`  content/unknown-field
  1 | ---
> 2 | tilte: Hello
    | ^^^^^

content/hello.md:2:1: error Broken  site/broken-link
  1 | ---
> 2 | tilte: Hello
    | ^^^^^

`
  },
  {
    name: 'what was written in spite of errors is still an error',
    dependencies: {build: returns({...result, diagnostics: [{...broken, file: 'content/gone.md'}]})},
    status: 1,
    stdout: `Built 203 pages from 203 articles in 1.4 s → dist
12 created, 3 updated, 1 removed, 187 kept · 1 error
`,
    stderr: 'content/gone.md:2:1: error Broken  site/broken-link\n\n'
  },
  {
    name: '--quiet prints diagnostics only',
    line: '--quiet',
    dependencies: {build: returns({...result, diagnostics: [{...misspelled, file: 'content/gone.md'}]})},
    status: 0,
    stdout: '',
    stderr:
      'content/gone.md:2:1: warning Expected a known front matter field, found `tilte`  content/unknown-field\n'
  },
  {
    name: '--json prints one document',
    line: '--json',
    dependencies: {build: returns({...result, diagnostics: [misspelled]})},
    status: 0,
    stdout: `${JSON.stringify(
      {
        diagnostics: [
          {
            code: 'content/unknown-field',
            severity: 'warning',
            reason: 'Expected a known front matter field, found `tilte`',
            file: 'content/hello.md',
            line: 2,
            column: 1,
            endLine: 2,
            endColumn: 6
          }
        ],
        isWritten: true,
        pageCount: 203,
        documentCount: 203,
        articleCount: 203,
        heldBack: {draft: 0, future: 0, expired: 0},
        rendered: [],
        created: 12,
        updated: 3,
        removed: 1,
        kept: 187,
        output: 'dist',
        durationMs: 1400
      },
      undefined,
      2
    )}\n`,
    stderr: ''
  },
  {
    name: '--format github prints commands with files as the repository names them, then the summary',
    line: 'docs --format github',
    dependencies: {build: returns(notWritten)},
    status: 1,
    stdout: `::error file=docs/content/gone.md,line=2,col=1,endLine=2,endColumn=6,title=site/broken-link::Broken
::warning file=docs/content/hello.md,line=2,col=1,endLine=2,endColumn=6,title=content/unknown-field::Expected a known front matter field, found \`tilte\`
::error file=docs/content/hello.md,line=2,col=1,endLine=2,endColumn=6,title=site/broken-link::Broken
Not written: 2 errors. docs/dist is as it was.
`,
    stderr: ''
  },
  {
    name: '--format sarif prints one document',
    line: 'docs --format sarif',
    dependencies: {build: returns({...result, diagnostics: [misspelled]})},
    status: 0,
    stdout: expect.stringMatching(/^\{\n.*"uri": "docs\/content\/hello.md".*\n\}\n$/s) as string,
    stderr: ''
  },
  {
    name: 'a build counts hints and shows none',
    dependencies: {build: returns({...result, diagnostics: [taste]})},
    status: 0,
    stdout: `Built 203 pages from 203 articles in 1.4 s → dist
12 created, 3 updated, 1 removed, 187 kept · 1 hint (\`galley check\` tells all)
`,
    stderr: ''
  },
  {
    name: 'hints are no annotations of a build either',
    line: '--format github --quiet',
    dependencies: {build: returns({...result, diagnostics: [taste, {...broken, file: 'content/gone.md'}]})},
    status: 1,
    stdout:
      '::error file=content/gone.md,line=2,col=1,endLine=2,endColumn=6,title=site/broken-link::Broken\n',
    stderr: ''
  },
  {
    name: 'what is left out is told, and articles where there are any',
    dependencies: {
      build: returns({...result, articleCount: 0, heldBack: {draft: 2, future: 0, expired: 1}})
    },
    status: 0,
    stdout: `Built 203 pages (2 drafts, 1 expired left out) in 1.4 s → dist
12 created, 3 updated, 1 removed, 187 kept
`,
    stderr: ''
  },
  {
    name: 'a check shows hints, and does not fail on them',
    command: 'check',
    dependencies: {build: returns({...result, isWritten: false, diagnostics: [taste, taste]})},
    status: 0,
    stdout: 'Checked 203 pages from 203 articles in 1.4 s: 2 hints\n',
    stderr: expect.stringMatching(/^content\/gone\.md:2:1: hint Taste/) as string
  },
  {
    name: 'hints are notices on GitHub',
    command: 'check',
    line: '--format github --quiet',
    dependencies: {build: returns({...result, isWritten: false, diagnostics: [taste]})},
    status: 0,
    stdout:
      '::notice file=content/gone.md,line=2,col=1,endLine=2,endColumn=6,title=content/unknown-field::Taste\n',
    stderr: ''
  },
  {
    name: 'a check fails on warnings, and writes nothing',
    command: 'check',
    line: '--format github',
    dependencies: {
      build: async (_, {checksOnly}) => ({
        ...result,
        diagnostics: checksOnly ? [misspelled, misspelled] : [],
        isWritten: false
      })
    },
    status: 1,
    stdout: expect.stringMatching(
      /^(?:::warning .*\n){2}Checked 203 pages from 203 articles in 1.4 s: 2 warnings\n$/
    ) as string,
    stderr: ''
  },
  {
    name: 'a check that finds nothing succeeds',
    command: 'check',
    dependencies: {build: returns({...result, isWritten: false})},
    status: 0,
    stdout: 'Checked 203 pages from 203 articles in 1.4 s: nothing found\n',
    stderr: ''
  },
  {
    name: 'a folder that does not exist is wrong usage',
    line: 'nowhere',
    dependencies: {isFolder: async (path) => path !== '/site/nowhere'},
    status: 2,
    stdout: '',
    stderr: 'Expected a folder, found no such: `nowhere`\n'
  },
  {
    name: 'an output folder that is refused is wrong usage',
    line: '--out ..',
    dependencies: {refuseOutput: (root, output, home) => `No: ${root} ${output} ${home}`},
    status: 2,
    stdout: '',
    stderr: 'No: /site / /home/ada\n'
  },
  {
    name: 'an exception is a fault of Galley, told with what was going on',
    dependencies: {
      build: async (_, {onProgress}) => {
        onProgress({stage: 'render', done: 12, total: 203})
        throw new TypeError('x is not a function\nat all')
      }
    },
    status: 70,
    stdout: '',
    stderr: `Galley failed while rendering, 12 of 203: a fault of Galley, not of your site
  TypeError: x is not a function
  Galley 1.2.3, Node v20.19.0, linux x64
Please report it with the lines above; \`npm bugs galley\` opens the place for that.
Run it again with --debug to see the stack.
`
  },
  {
    name: '--debug shows the stack of a fault',
    line: '--debug',
    dependencies: {
      build: () => Promise.reject(Object.assign(new Error('Oh'), {stack: 'Error: Oh\n    at render.ts'}))
    },
    status: 70,
    stdout: '',
    stderr: `Galley failed while starting: a fault of Galley, not of your site
  Error: Oh
  Galley 1.2.3, Node v20.19.0, linux x64

Error: Oh
    at render.ts
`
  },
  {
    name: 'a refusal of the system is none of a fault',
    dependencies: {
      build: () => Promise.reject(Object.assign(new Error('ENOSPC: no space left'), {code: 'ENOSPC'}))
    },
    status: 74,
    stdout: '',
    stderr:
      'The system refused a file while starting\n  ENOSPC: no space left\n  hint: The disk is full: make room. Each file of the output is whole, and the next build puts all right\n'
  }
]

describe('galley build', () => {
  test.each(cases)('$name', async ({command, line = '', dependencies = {}, status, stdout, stderr}) => {
    expect(await run(line, dependencies, command)).toEqual({status, stdout, stderr})
  })

  test('passes on what was asked for', async () => {
    const asked: Array<unknown> = []
    await run(
      'docs --out ../public --base-url https://a.example --environment staging --drafts --keep-going --jobs 2',
      {
        createHost: (folders) => {
          asked.push(folders)
          return host
        },
        build: async (_, {onProgress, onNotice, ...options}) => {
          asked.push(options)
          return result
        }
      }
    )
    expect(asked).toEqual([
      {root: '/site/docs', output: '/site/public', theme: '/galley/templates'},
      {
        baseUrl: 'https://a.example',
        environment: 'staging',
        drafts: true,
        future: false,
        expired: false,
        keepGoing: true,
        strict: false,
        hash: false,
        clean: false,
        jobs: 2
      }
    ])
  })
})

describe('measuring', () => {
  const measured =
    'Built 203 pages from 203 articles in 1.4 s → dist\n12 created, 3 updated, 1 removed, 187 kept\n'

  test('--stats prints tables after the summary', async () => {
    const {status, stdout, stderr} = await run('--stats', recorded())
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    expect(stdout).toMatch(/\n\nStage .*\ncompile .*\n(?:.+\n)+\nCounts\n/)
    expect(stdout.startsWith(measured)).toBe(true)
    expect(stdout).toContain('\nSlowest articles')
  })

  test('--profile prints the same, and writes a trace into the current folder', async () => {
    const written = new Map<string, string>()
    const {stdout} = await run('docs --profile', recorded(written))
    const stats = await run('docs --stats', recorded())
    expect(stdout).toBe(
      `${stats.stdout}\nThe trace is in galley-profile.json: open it at https://ui.perfetto.dev or chrome://tracing\n`
    )
    expect([...written.keys()]).toEqual(['/site/galley-profile.json'])
    expect(JSON.parse([...written.values()].join('')).traceEvents).not.toEqual([])
  })

  test('--json has the numbers under one key', async () => {
    const written = new Map<string, string>()
    const {stdout} = await run('--json --profile=../trace.json', recorded(written))
    expect([...written.keys()]).toEqual(['/trace.json'])
    expect(JSON.parse(stdout)).toMatchObject({
      profile: '../trace.json',
      stats: {
        stages: [{name: 'compile', durationMs: 3}],
        slowestArticles: [{name: 'content/hello.md', durationMs: 1}],
        sources: {known: 0, read: 0, found: 0, compiled: 0}
      }
    })
  })

  test('--quiet writes a trace, and prints nothing', async () => {
    const written = new Map<string, string>()
    expect((await run('--quiet --profile', recorded(written))).stdout).toBe('')
    expect(written.size).toBe(1)
  })

  test('a trace that cannot be written is a refusal of the system', async () => {
    const refuse = () => Promise.reject(Object.assign(new Error('EACCES: no'), {code: 'EACCES'}))
    const {status, stderr} = await run('--profile', {...recorded(), writeFile: refuse})
    expect(status).toBe(74)
    expect(stderr).toBe(
      'The system refused a file while writing the profile\n  EACCES: no\n  hint: Check who owns the folder and may write to it. Each file of the output is whole, and the next build puts all right\n'
    )
  })
})

/** A build that compiles one article, by a clock that counts, and a disk that is a map. */
function recorded(written: Map<string, string> = new Map()): Partial<BuildDependencies> {
  return {
    build: async (_, {recorder}) => {
      const stage = startSpan(recorder)
      startSpan(recorder)({category: 'article', name: 'content/hello.md'})
      stage({category: 'stage', name: 'compile'})
      return result
    },
    recordProcess: async () => {
      const recorder = countingRecording()
      return {recorder, end: () => ({spans: recorder.take(), peakMemoryBytes: 1})}
    },
    writeFile: async (path, text) => {
      written.set(path, text)
    }
  }
}

const sources: {readonly [path: string]: string} = {'content/hello.md': '---\ntilte: Hello\n---\n'}

/** Of a host the command itself uses nothing but `read`. */
const host = {
  read: async (path: string) => {
    const text = sources[path]
    return text === undefined ? undefined : new TextEncoder().encode(text)
  }
} as Host

async function run(line: string, dependencies: Partial<BuildDependencies>, command = 'build') {
  const wanted = await parseArguments([command, ...line.split(' ').filter((word) => word !== '')])
  if (wanted.kind !== 'build' && wanted.kind !== 'check') throw new Error(`Not a build: ${line}`)
  const {terminal, stdout, stderr} = printingTerminal()
  // The clock is read before the build and after it.
  const times = [0, 1400]
  const status = await buildCommand(wanted, {
    terminal,
    build: returns(result),
    createHost: () => host,
    verify: async () => [],
    checkExternal: async () => [],
    refuseOutput: () => undefined,
    isFolder: async () => true,
    recordProcess: () => Promise.reject(new Error('Not asked for')),
    writeFile: () => Promise.reject(new Error('Not asked for')),
    now: () => times.shift() ?? 1400,
    currentFolder: '/site',
    homeFolder: '/home/ada',
    themeFolder: '/galley/templates',
    system: {galleyVersion: '1.2.3', nodeVersion: 'v20.19.0', platform: 'linux x64'},
    ...dependencies
  })
  return {status, stdout: stdout(), stderr: stderr()}
}

function returns(value: BuildResult): (host: Host, options: BuildOptions) => Promise<BuildResult> {
  return async () => value
}
