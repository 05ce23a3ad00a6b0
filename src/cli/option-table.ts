/** One option of a command, for the parser and for the help. */
export interface Option {
  /** Name of what follows, `FOLDER`; absent for a switch. */
  readonly value?: string
  /** Whether it is a switch too: what follows it is its value only after `=`. */
  readonly isValueOptional?: boolean
  /** One letter, for `-h`. */
  readonly short?: string
  /** One line of help, without final period. */
  readonly description: string
}

/** What is the site that is built or checked. */
const siteOptions: {readonly [name: string]: Option} = {
  'base-url': {value: 'URL', description: 'Replace baseUrl of the configuration'},
  environment: {value: 'NAME', description: 'Pass NAME to the configuration (default: production)'},
  drafts: {description: 'Publish drafts too'},
  future: {description: 'Publish articles that are dated in the future too'},
  expired: {description: 'Publish articles that have expired too'}
}

const untrusted: Option = {
  description: 'Sanitize content of strangers, and confine the build'
}
const hash: Option = {description: 'Compare files by content, not by size and time: for CI'}
const jobs: Option = {value: 'N', description: 'Use at most N processor cores (default: all)'}

/** How its problems are told. */
const reportOptions: {readonly [name: string]: Option} = {
  format: {value: 'FORMAT', description: 'Print problems as pretty (default), json, sarif, github'},
  json: {description: 'Print the result and all problems as JSON: --format json'},
  quiet: {description: 'Print diagnostics only'},
  debug: {description: 'Print the stack when Galley itself fails'},
  help: {short: 'h', description: 'Print this help'}
}

/** Options of `galley build`, by name without `--`, in the order of the help. */
export const buildOptions: {readonly [name: string]: Option} = {
  out: {value: 'FOLDER', description: 'Write the site to FOLDER, relative to DIR (default: dist)'},
  ...siteOptions,
  strict: {description: 'Treat warnings as errors'},
  'keep-going': {description: 'Write what is good even when there are errors'},
  untrusted,
  hash,
  clean: {description: 'Remove from the output all that is not of the site'},
  verify: {description: 'Compare every byte with a clean build in memory'},
  jobs,
  stats: {description: 'Print where time and memory went: stages, articles, pages'},
  profile: {
    value: 'FILE',
    isValueOptional: true,
    description: 'Also write a trace to FILE (galley-profile.json)'
  },
  ...reportOptions
}

/** Options of `galley check`. */
const checkOptions: {readonly [name: string]: Option} = {
  ...siteOptions,
  external: {description: 'Ask other sites too whether what is linked to is there'},
  untrusted,
  hash,
  jobs,
  ...reportOptions
}

const listenOptions: {readonly [name: string]: Option} = {
  port: {value: 'N', description: 'Listen on port N, or the next that is free (default: 4321)'},
  'strict-port': {description: 'Fail when the port is taken'},
  host: {
    value: 'ADDRESS',
    isValueOptional: true,
    description: 'Let other machines in, at ADDRESS or at any'
  },
  'allow-host': {value: 'NAMES', description: 'Answer to these host names too: NAME,NAME'},
  open: {description: 'Open the site in the browser'}
}

/** Options of `galley dev`. */
export const devOptions: {readonly [name: string]: Option} = {
  ...listenOptions,
  follow: {description: 'Have the browser go to the article that was edited'},
  'no-toolbar': {description: 'Leave out the toolbar that tells what a page is made of'},
  'no-drafts': {description: 'Leave out drafts'},
  'no-future': {description: 'Leave out articles that are dated in the future'},
  expired: {description: 'Show articles that have expired too'},
  environment: {value: 'NAME', description: 'Pass NAME to the configuration (default: development)'},
  debug: {description: 'Print the stack when Galley itself fails'},
  help: {short: 'h', description: 'Print this help'}
}

/** Options of `galley preview`. */
export const previewOptions: {readonly [name: string]: Option} = {
  ...listenOptions,
  out: {value: 'FOLDER', description: 'The folder to serve, relative to DIR (default: dist)'},
  'base-url': {value: 'URL', description: 'The one that the site was built with, if it was given'},
  environment: {value: 'NAME', description: 'Pass NAME to the configuration (default: production)'},
  debug: {description: 'Print the stack when Galley itself fails'},
  help: {short: 'h', description: 'Print this help'}
}

/** What is deployed, and where to. */
const targetOptions: {readonly [name: string]: Option} = {
  to: {
    value: 'TARGET',
    description: 'FOLDER, git:BRANCH, HOST:PATH or s3://BUCKET/FOLDER'
  },
  out: {value: 'FOLDER', description: 'The folder that was built, relative to DIR (default: dist)'},
  environment: {value: 'NAME', description: 'Pass NAME to the configuration (default: production)'}
}

/** Options of `galley deploy`. */
export const deployOptions: {readonly [name: string]: Option} = {
  ...targetOptions,
  'dry-run': {description: 'Print what would be done, and do nothing'},
  clean: {description: 'Also remove files there that Galley did not deploy'},
  shrink: {description: 'Go on where most pages that are there would be removed'},
  quiet: {description: 'Print what went wrong only'},
  debug: {description: 'Print the stack when Galley itself fails'},
  help: {short: 'h', description: 'Print this help'}
}

/** Options that need no command. */
export const generalOptions: {readonly [name: string]: Option} = {
  help: {short: 'h', description: 'Print help, also after a command'},
  version: {short: 'v', description: "Print Galley's version"}
}

/** A command of `galley`. */
export type CommandName =
  | 'build'
  | 'check'
  | 'dev'
  | 'preview'
  | 'init'
  | 'new'
  | 'list'
  | 'related'
  | 'urls'
  | 'mv'
  | 'explain'
  | 'diff'
  | 'deploy'
  | 'clean'

/** What the help and the parser know of a command. */
export interface Command {
  /** What follows its name. */
  readonly usage: string
  /** One line of help, without final period. */
  readonly description: string
  readonly options: {readonly [name: string]: Option}
}

const helpOption = {help: {short: 'h', description: 'Print this help'}}

/** The commands in the order of the help. */
export const commands: {readonly [Name in CommandName]: Command} = {
  build: {
    usage: '[DIR] [OPTIONS]',
    description: 'Build the site in DIR (default: the current folder)',
    options: buildOptions
  },
  check: {
    usage: '[DIR] [OPTIONS]',
    description: 'Find all that is wrong in DIR, and write no site',
    options: checkOptions
  },
  dev: {
    usage: '[DIR] [OPTIONS]',
    description: 'Serve the site in DIR while you work at it (default: this folder)',
    options: devOptions
  },
  preview: {
    usage: '[DIR] [OPTIONS]',
    description: 'Serve what was built in DIR/dist as a static host does',
    options: previewOptions
  },
  init: {
    usage: '[DIR]',
    description: 'Begin a site in DIR that builds at once (default: the current folder)',
    options: {
      title: {value: 'TEXT', description: 'Its title (default: asked, or made of the name of DIR)'},
      ...helpOption
    }
  },
  new: {
    usage: 'PATH [DIR]',
    description: 'Begin an article: content/PATH.md, from an archetype',
    options: {
      title: {value: 'TEXT', description: 'Its title (default: asked, or made of the last part of PATH)'},
      ...helpOption
    }
  },
  list: {
    usage: 'drafts|future|expired|all [DIR]',
    description: 'List articles with their dates, and which readers do not see',
    options: {json: {description: 'Print them as JSON'}, ...helpOption}
  },
  related: {
    usage: 'ADDRESS|FILE [DIR], or --report [DIR]',
    description: 'Tell which articles belong beside one, how surely and why',
    options: {
      report: {description: 'Judge all that is found by the links of the site'},
      html: {value: 'FILE', description: 'Write that report to FILE, as a page with a curve'},
      json: {description: 'Print the result as JSON'},
      ...helpOption
    }
  },
  urls: {
    usage: '[DIR]',
    description: 'List all addresses, or record them so that none is lost',
    options: {
      write: {description: 'Record them in DIR/urls.lock, which builds then hold to'},
      json: {description: 'Print them with their headings as JSON'},
      ...helpOption
    }
  },
  mv: {
    usage: 'FROM TO [DIR]',
    description: 'Move an article or folder of content/, with all links to it',
    options: {'dry-run': {description: 'Tell what would be done, and do nothing'}, ...helpOption}
  },
  explain: {
    usage: 'ADDRESS|FILE [DIR]',
    description: 'Tell what a page is made of, and why it was rendered',
    options: helpOption
  },
  diff: {
    usage: 'BEFORE AFTER, or --deployed [DIR]',
    description: 'Compare two built sites: pages, text, links, metadata, bytes',
    options: {
      deployed: {description: 'Compare the last deployment with what is in DIR/dist'},
      ...targetOptions,
      format: {value: 'FORMAT', description: 'Print it as text (default), json or markdown'},
      json: {description: 'Print it as JSON: --format json'},
      ...helpOption
    }
  },
  deploy: {
    usage: '[DIR] [OPTIONS]',
    description: 'Upload what was built in DIR/dist, as far as it changed',
    options: deployOptions
  },
  clean: {
    usage: '[DIR]',
    description: 'Forget what earlier builds remembered, in DIR/.galley',
    options: helpOption
  }
}
