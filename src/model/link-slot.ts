/*
 * The name of a bundled file follows from its content, and pages are not to be rendered again when only that is another. So what is rendered has
 * a slot where the name belongs, of letters that addresses, attributes and style sheets may hold; a late stage fills it (`fillSlots`).
 */

/** What a slot is filled with: the name of a file, or what browsers check its bytes by. */
export type SlotKind = 'file' | 'integrity'

/** A slot for a file that is made of these, in order, each a path below `templates/assets/`. */
export function toSlot(kind: SlotKind, parts: ReadonlyArray<string>): string {
  return `${slotStart}${kind}-${parts.map(encodePart).join('-')}~`
}

/** What a file is made of that an address has a slot for; `undefined` where it has none. */
export function partsOfSlot(address: string): ReadonlyArray<string> | undefined {
  let found: ReadonlyArray<string> | undefined
  fillSlots(address, (_, parts) => {
    found = parts
    return undefined
  })
  return found
}

/** A text with its slots filled. Those that `fill` knows nothing for are no slots, and stay. */
export function fillSlots(
  text: string,
  fill: (kind: SlotKind, parts: ReadonlyArray<string>) => string | undefined
): string {
  // Most texts have none, and looking for a fixed word is cheap.
  if (!text.includes(slotStart)) return text
  return text.replace(
    slotPattern,
    (slot, kind: SlotKind, parts: string) => fill(kind, parts.split('-').map(decodePart)) ?? slot
  )
}

/**
 * A filled text with its slots again: what `fillSlots` was given, unless the text has such a name by itself.
 *
 * @param filled
 *   What slots were filled with, by slot.
 */
export function emptySlots(text: string, filled: Iterable<readonly [slot: string, value: string]>): string {
  let emptied = text
  for (const [slot, value] of filled) emptied = emptied.replaceAll(value, slot)
  return emptied
}

const slotStart = '~galley-'

const slotPattern = /~galley-(file|integrity)-([\w-]+)~/g

function encodePart(part: string): string {
  return part.replace(/[^a-z0-9]/giu, (symbol) => `_${symbol.codePointAt(0)?.toString(16)}_`)
}

function decodePart(part: string): string {
  return part.replace(/_([0-9a-f]{1,5})_/g, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16))
  )
}
