import type {Location, Log, Region, ReportingDescriptor, Result} from 'sarif'
import {hintCodes, warningCodes} from './codes.ts'
import type {Diagnostic, Place, Severity} from './diagnostic.ts'
import {errorCodes} from './error-codes.ts'

const levels: {readonly [Name in Severity]: Result.level} = {
  error: 'error',
  warning: 'warning',
  hint: 'note'
}

const codesBySeverity: {readonly [Name in Severity]: ReadonlyArray<string>} = {
  error: errorCodes,
  warning: warningCodes,
  hint: hintCodes
}
const severities = ['error', 'warning', 'hint'] as const

/**
 * `diagnostics` in the Static Analysis Results Interchange Format, version 2.1.0: one run, a rule for each code that was found.
 *
 * @param diagnostics
 *   Ordered, with their files as the repository names them.
 * @param version
 *   Of Galley.
 */
export function toSarif(diagnostics: ReadonlyArray<Diagnostic>, version: string): Log {
  const codes = [...new Set(diagnostics.map(({code}) => code))].sort()
  const indexByCode = new Map(codes.map((code, index) => [code, index]))
  return {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [
      {
        tool: {driver: {name: 'Galley', version, rules: codes.map(toRule)}},
        // As everywhere in Galley: an astral character counts two.
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic) => toResult(diagnostic, indexByCode.get(diagnostic.code) ?? -1))
      }
    ]
  }
}

/** How bad its problems are by themselves; what a plugin means by its codes is not known. */
function toRule(id: string): ReportingDescriptor {
  const own = severities.find((severity) => codesBySeverity[severity].includes(id))
  return own === undefined ? {id} : {id, defaultConfiguration: {level: levels[own]}}
}

function toResult(diagnostic: Diagnostic, ruleIndex: number): Result {
  const {code, severity, reason, hint} = diagnostic
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: {text: hint === undefined ? reason : `${reason}\n${hint}`},
    // What is wrong with no file in particular has none.
    ...(diagnostic.file === '' ? {} : {locations: [toLocation(diagnostic)]})
  }
}

function toLocation({file, place}: Diagnostic): Location {
  return {
    physicalLocation: {
      artifactLocation: {uri: toRelativeAddress(file)},
      ...(place === undefined ? {} : {region: toRegion(place)})
    }
  }
}

/** A name may have what an address may not: `?`, `#`, or a colon, which would make of its beginning a scheme. */
function toRelativeAddress(file: string): string {
  return file.split('/').map(encodeURIComponent).join('/')
}

/** Counted as a `Place` is: from 1, the end exclusive. */
function toRegion({line, column, endLine, endColumn}: Place): Region {
  return {startLine: line, startColumn: column, endLine, endColumn}
}
