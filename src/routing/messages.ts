import type {Diagnostic, Place} from '#src/diagnostics/diagnostic.ts'
import type {Route} from '#src/model/route.ts'

/** Two routes that would be written to one file. Reported at the second one's source. */
export function collision(route: Route, owner: Route): Diagnostic {
  const file = sourceOf(route) ?? sourceOf(owner) ?? 'galley.config.ts'
  const other = file === sourceOf(route) ? owner : route
  const isSame = route.path === owner.path
  return {
    code: 'routing/collision',
    severity: 'error',
    reason: isSame
      ? `Expected one page for each address, found \`${route.path}\` claimed by ${describe(other)} too`
      : `Expected addresses that every disk can tell apart, found \`${route.path}\` beside \`${owner.path}\` of ${describe(other)}`,
    file,
    hint: 'Give one of them another `slug` or `url`, or rename its file'
  }
}

/** A link or asset reference that leads nowhere in this site. */
export function brokenReference(
  file: string,
  place: Place | undefined,
  reference: string,
  intended?: string
): Diagnostic {
  return {
    code: 'routing/broken-reference',
    severity: 'warning',
    reason: `Expected a page or file of this site, found \`${reference}\``,
    file,
    ...(place === undefined ? {} : {place}),
    ...(intended === undefined ? {} : {hint: `Did you mean \`${intended}\`?`})
  }
}

const reasons = {draft: 'is a draft', future: 'is dated in the future', expired: 'has expired'} as const

/** A link to a document that this build leaves out. */
export function unpublishedReference(
  file: string,
  place: Place | undefined,
  reference: string,
  why: keyof typeof reasons
): Diagnostic {
  return {
    code: 'routing/unpublished-reference',
    severity: 'warning',
    reason: `Expected a published page, found \`${reference}\`, which ${reasons[why]}`,
    file,
    ...(place === undefined ? {} : {place}),
    hint: 'Readers would get “not found”: publish the page, or take the link out'
  }
}

function sourceOf(route: Route): string | undefined {
  return 'source' in route ? route.source : undefined
}

function describe(route: Route): string {
  const source = sourceOf(route)
  if (source !== undefined) return `\`${source}\``
  return route.kind === 'notFound' ? 'the 404 page' : `the ${route.kind} listing at \`${route.path}\``
}
