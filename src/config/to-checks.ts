import type {CheckRules} from '#src/diagnostics/apply-rules.ts'
import {type QuietCode, quietCodes} from '#src/diagnostics/quiet-codes.ts'
import type {SiteChecks} from './check-config.ts'
import type {Config} from './define-config.ts'
import {sectionName} from './section-name.ts'

/** How bad problems are to be, by the names of sections. */
export function toChecks({checks = {}, sections = {}}: Config): SiteChecks {
  const own = Object.entries(sections).flatMap(([name, section]) =>
    section.checks === undefined ? [] : [[sectionName(name).normalize('NFC'), section.checks] as const]
  )
  return {site: checks, sections: Object.fromEntries(own)}
}

/** Those codes that are quiet by themselves, and that some rule wants to be told. */
export function toWantedChecks({checks = {}, sections = {}}: Config): ReadonlyArray<QuietCode> {
  const all: ReadonlyArray<CheckRules> = [checks, ...Object.values(sections).map((one) => one.checks ?? {})]
  return quietCodes.filter((code) => all.some((rules) => (rules[code] ?? 'off') !== 'off'))
}
