/**
 * `make`, called once for each key. For answers that follow from the key alone and cost more than the element around them, as
 * those of `Intl`; there must be few keys, for every answer is held.
 */
export function oncePer<Key, Value extends {}>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    const held = known.get(key)
    if (held !== undefined) return held
    const made = make(key)
    known.set(key, made)
    return made
  }
}
