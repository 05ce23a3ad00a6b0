/**
 * Freeze plain data to its depths: a value is handed to whoever asks, and one that changed it would change what others read.
 * Stops at what is frozen, so that data which several values share are walked once.
 */
export function freeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const part of Object.values(value)) freeze(part)
  return value
}
