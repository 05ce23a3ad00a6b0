import type {Log, Result} from 'sarif'

const levels = new Set(['none', 'note', 'warning', 'error'])

/**
 * What SARIF 2.1.0 asks of a log and of the objects that Galley writes, and is not so: version, required properties, kinds of
 * values, and that rules are found at their index.
 */
export function sarifMistakes(log: unknown): ReadonlyArray<string> {
  const {version, runs} = log as Partial<Log>
  if (version !== '2.1.0') return ['version']
  if (!Array.isArray(runs)) return ['runs']
  return runs.flatMap(({tool, columnKind, results = []}) => {
    const {name, rules = []} = tool.driver
    const ids = rules.map(({id}) => id)
    const areUnique = new Set(ids).size === ids.length
    return [
      ...(isText(name) && ids.every(isText) && areUnique ? [] : ['tool']),
      ...(columnKind === 'utf16CodeUnits' || columnKind === 'unicodeCodePoints' ? [] : ['columnKind']),
      ...results.flatMap((result, index) =>
        resultMistakes(result, ids).map((mistake) => `result ${index}: ${mistake}`)
      )
    ]
  })
}

function resultMistakes(
  {ruleId, ruleIndex = -1, level = 'warning', message, locations = []}: Result,
  ids: ReadonlyArray<string>
): ReadonlyArray<string> {
  return [
    ...(ids[ruleIndex] === ruleId && isText(ruleId) ? [] : ['ruleIndex']),
    ...(levels.has(level) ? [] : ['level']),
    ...(typeof message.text === 'string' ? [] : ['message']),
    ...locations.flatMap(({physicalLocation}) => [
      ...(isRelativeAddress(physicalLocation?.artifactLocation?.uri) ? [] : ['uri']),
      ...(isRegion(physicalLocation?.region) ? [] : ['region'])
    ])
  ]
}

/** A relative reference of RFC 3986: a path without a scheme, of characters that need no escape, or escaped ones. */
function isRelativeAddress(uri: unknown): boolean {
  return typeof uri === 'string' && /^(?!\/)(?:[\w\-.~!$&'()*+,;=@/]|%[\dA-F]{2})+$/.test(uri)
}

function isRegion(region: unknown): boolean {
  return (
    region === undefined ||
    (region !== null &&
      typeof region === 'object' &&
      'startLine' in region &&
      Object.values(region).every((value) => Number.isInteger(value) && Number(value) >= 1))
  )
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}
