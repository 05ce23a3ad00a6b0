/** What a note beside the text may be about: `> [!TIP]`, `:::tip`. */
export const calloutKinds: ReadonlySet<string> = new Set([
  'note',
  'info',
  'tip',
  'important',
  'warning',
  'caution',
  'danger'
])
