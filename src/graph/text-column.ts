import {Buffer} from 'node:buffer'

/** Texts in a row, as bytes: a hundred thousand of them are no objects until they are asked for. */
export interface TextColumn {
  /** One after the other, in UTF-8. */
  readonly bytes: Uint8Array
  /** Where each begins, and where the last one ends. */
  readonly starts: Uint32Array
}

export const noTexts: TextColumn = {bytes: new Uint8Array(0), starts: new Uint32Array(1)}

export function textColumn(texts: ReadonlyArray<string>): TextColumn {
  const starts = new Uint32Array(texts.length + 1)
  for (const [position, text] of texts.entries()) {
    starts[position + 1] = (starts[position] ?? 0) + Buffer.byteLength(text)
  }
  return {bytes: Buffer.from(texts.join('')), starts}
}

/** How many texts a column has. */
export function textCount({starts}: TextColumn): number {
  return starts.length - 1
}

/** The text at a position; `undefined` past the end. */
export function textAt({bytes, starts}: TextColumn, position: number): string | undefined {
  const end = starts[position + 1]
  return end === undefined ? undefined : bufferOf(bytes).toString('utf8', starts[position], end)
}

/** Whether a text is the one at a position, told without making that one: most are compared and never looked at. */
export function hasTextAt(column: TextColumn, position: number, text: string): boolean {
  const {bytes, starts} = column
  const start = starts[position] ?? 0
  const end = starts[position + 1]
  if (end === undefined) return false
  // In UTF-8 a text has no more characters than bytes, and as many only where all are ASCII.
  if (end - start !== text.length) return end - start > text.length && textAt(column, position) === text
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit > 0x7f || bytes[start + index] !== unit) return false
  }
  return true
}

/** The column with other texts at some positions. What lies between them is copied as it is. */
export function withTexts(column: TextColumn, changed: ReadonlyMap<number, string>): TextColumn {
  const {bytes, starts} = column
  const count = textCount(column)
  const newStarts = new Uint32Array(starts)
  const parts: Array<Uint8Array> = []
  let copied = 0
  let growth = 0
  let moved = 0
  for (const [position, text] of [...changed].sort(([a], [b]) => a - b)) {
    const replacement = Buffer.from(text)
    const [start = 0, end = 0] = starts.subarray(position, position + 2)
    parts.push(bytes.subarray(copied, start), replacement)
    copied = end
    moveTo(position)
    growth += replacement.length - (end - start)
  }
  moveTo(count)
  parts.push(bytes.subarray(copied))
  return {bytes: Buffer.concat(parts), starts: newStarts}

  /** What begins behind the last replacement, up to and with `position`. */
  function moveTo(position: number): void {
    for (; moved <= position; moved++) newStarts[moved] = (starts[moved] ?? 0) + growth
  }
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
