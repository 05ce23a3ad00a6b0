import type {SiteChecks} from '#src/config/check-config.ts'
import type {Diagnostic} from '#src/diagnostics/diagnostic.ts'
import {orderDiagnostics} from '#src/diagnostics/order.ts'
import type {Revision} from '#src/graph/revision.ts'
import {judgeFound} from './judge-found.ts'
import {pageClaims} from './queries/claims.ts'
import {checkRecordedAddresses} from './queries/hosts/recorded-urls.ts'
import {checkPages} from './queries/page-checks.ts'
import {published} from './queries/publishing.ts'
import {checkSite} from './queries/site-checks.ts'
import {tellOnce} from './render/tell-once.ts'

/** What is wrong with a site at one moment. */
export interface StateProblems {
  /** Look for what is wrong with the whole site, piece by piece: who goes through the pieces may do other work between them. */
  readonly check: () => Iterable<void>
  /** Of the whole site, and of the pages that were asked for, in order. */
  readonly diagnostics: () => ReadonlyArray<Diagnostic>
  /** Likewise, as far as that is known without looking: what the state before had counts until it was looked for again. */
  readonly knownDiagnostics: () => ReadonlyArray<Diagnostic>
}

/** What is found beside asking for the whole site. */
export interface OtherProblems {
  readonly checks: SiteChecks
  /** Of reading, compiling and loading, and of the pages that were asked for. */
  readonly found: () => ReadonlyArray<Diagnostic>
}

/** Find what is wrong with the site of a revision. */
export function openProblems(
  revision: Pick<Revision, 'get' | 'hash' | 'holds' | 'reported' | 'unsettled'>,
  {checks, found}: OtherProblems
): StateProblems {
  let isChecked = false
  return {
    check,
    diagnostics() {
      for (const _ of check());
      return judge(revision.reported())
    },
    knownDiagnostics: () =>
      judge(isChecked ? revision.reported() : [...revision.reported(), ...revision.unsettled()])
  }

  function* check(): Iterable<void> {
    if (isChecked) return
    if (!revision.holds(checkPages, null)) {
      for (const source of revision.get(published, null)) {
        revision.hash(pageClaims, source)
        yield
      }
      revision.hash(checkPages, null)
      yield
    }
    revision.hash(checkSite, null)
    yield
    revision.hash(checkRecordedAddresses, null)
    isChecked = true
  }

  function judge(reported: ReadonlyArray<Diagnostic>): ReadonlyArray<Diagnostic> {
    // Of pages that nobody has asked for it is not known what an ignore in them silences.
    return orderDiagnostics(judgeFound([...found(), ...tellOnce(reported)], checks, () => false))
  }
}
