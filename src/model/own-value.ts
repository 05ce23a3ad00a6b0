/** The value that a record itself has under a key: names that authors choose may be `constructor` or `__proto__`. */
export function ownValue<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
