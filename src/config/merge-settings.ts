/** `over` merged over `base`: mappings key by key, everything else as a whole. Keys with `undefined` count as absent. */
export function mergeSettings<Value extends object>(base: Value, over: Partial<Value>): Value {
  return merge(base, over) as Value
}

/** Whether `value` is an object literal or a parsed mapping, not an instance of a class. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  // The prototype of another realm's objects is not our own `Object.prototype`, but has no prototype either.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function merge(base: unknown, over: unknown): unknown {
  if (!isMapping(base) || !isMapping(over)) return over
  const entries = Object.entries(over).filter(([, value]) => value !== undefined)
  // `fromEntries` makes own properties of names such as `__proto__`, which an assignment would not.
  return Object.fromEntries([
    ...Object.entries(base),
    ...entries.map(([key, value]): [string, unknown] => [
      key,
      Object.hasOwn(base, key) ? merge(base[key], value) : value
    ])
  ])
}
