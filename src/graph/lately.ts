/** Values by key that were held or asked for last. */
export interface Lately<Key, Value> {
  readonly at: (key: Key) => Value | undefined
  readonly hold: (key: Key, value: Value) => void
}

/**
 * Holds as many values as `countMin`, and fewer than twice as many.
 *
 * Nothing is deleted from a `Map`: one that is filled and emptied all the time moves from table to table, each of which refers to the next, so that
 * the first that the engine takes for old makes it keep all that was ever held, until it looks through everything.
 */
export function openLately<Key, Value>(countMin: number): Lately<Key, Value> {
  let recent = new Map<Key, Value>()
  let older = new Map<Key, Value>()
  return {at, hold}

  function at(key: Key): Value | undefined {
    const known = recent.get(key)
    if (known !== undefined) return known
    const value = older.get(key)
    if (value !== undefined) hold(key, value)
    return value
  }

  function hold(key: Key, value: Value): void {
    recent.set(key, value)
    if (recent.size < countMin) return
    older = recent
    recent = new Map()
  }
}
