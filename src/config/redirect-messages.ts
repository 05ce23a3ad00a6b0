import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {errorAt} from '#src/diagnostics/problem-at.ts'
import type {Subject} from './messages.ts'

/** An old address that is no pattern of a path. */
export function badRedirectFrom(subject: Subject, value: unknown): Diagnostic {
  return bad(
    subject,
    `Expected a path from the root for \`${subject.key}\`, found \`${value}\``,
    'Write it as `/old/`, with a name for a whole segment as `/blog/:year/:slug/`, or with `*` at the end for all below as `/old/*`'
  )
}

/** A target that is neither a path of the site nor an address of the web. */
export function badRedirectTo(subject: Subject, value: unknown): Diagnostic {
  return bad(
    subject,
    `Expected a path from the root, a source or an absolute address for \`${subject.key}\`, found \`${value}\``,
    'Write it as `/new/`, `content/new.md` or `https://example.org/new/`'
  )
}

/** A target with a name that the old address has not. */
export function unknownPlaceholder(subject: Subject, value: unknown): Diagnostic {
  return bad(
    subject,
    `Expected only names that \`from\` has for \`${subject.key}\`, found \`${value}\``,
    'A name is a whole segment of `from`, as in `/:name/`, and `:splat` stands for its `*`; write `%3A` for a colon'
  )
}

/** A status that no rule has. */
export function badRedirectStatus(subject: Subject, value: unknown): Diagnostic {
  const hints: Readonly<Record<string, string>> = {
    '303': 'After a form was sent; for pages write 302',
    '404':
      'Addresses that no page has are answered with 404 without a rule; for a page that is gone write 410'
  }
  return bad(
    subject,
    `Expected 301, 302, 307, 308, 200 or 410 for \`${subject.key}\`, found \`${value}\``,
    hints[String(value)]
  )
}

/** Another site's file to be sent in place, which only a program could fetch. */
export function redirectElsewhere(subject: Subject, value: unknown): Diagnostic {
  return bad(
    subject,
    `Expected a path of this site for \`${subject.key}\` with the status 200, found \`${value}\``,
    'A site of files can send only its own: send the reader on with 301 or 302'
  )
}

/** A target of what is gone. */
export function redirectOfGone(subject: Subject, value: unknown): Diagnostic {
  return bad(
    subject,
    `Expected no \`to\` beside the status 410, found \`${value}\``,
    'What is gone leads nowhere; write 301 if it has moved'
  )
}

/** A path for headers that is no pattern. */
export function badHeaderPath(subject: Subject, path: string): Diagnostic {
  const reason = `Expected a path from the root, found \`${path}\``
  const hint =
    'Write it as `/about/`, `/assets/logo.svg`, or with `*` at the end for all below as `/assets/*`'
  return errorAt(subject, 'config/bad-header', reason, hint)
}

/** A name that no header has. */
export function badHeaderName(subject: Subject, name: string): Diagnostic {
  const reason = `Expected the name of a header, found \`${name}\``
  return errorAt(subject, 'config/bad-header', reason, 'Write it as `Cache-Control`')
}

/** A value that no header can have. */
export function badHeaderValue(subject: Subject, value: unknown): Diagnostic {
  const reason = `Expected a line of ASCII characters without \`$\` for \`${subject.key}\`, found \`${String(value)}\``
  return errorAt(subject, 'config/bad-header', reason)
}

/** A source of a content security policy that would end its directive, or that lacks its quotes: `self` would be the name of a host. */
export function badPolicySource(subject: Subject, value: unknown): Diagnostic {
  const reason = `Expected one source of a content security policy for \`${subject.key}\`, found \`${String(value)}\``
  return errorAt(
    subject,
    'config/bad-header',
    reason,
    "Write it as `https://api.example.org`, or with quotes of its own as `'none'`"
  )
}

function bad(subject: Subject, reason: string, hint: string | undefined): Diagnostic {
  return errorAt(subject, 'config/bad-redirect', reason, hint)
}
