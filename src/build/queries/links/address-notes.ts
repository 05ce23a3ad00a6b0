/** What is known of the addresses in a page or component that is being rendered, as they stand in its HTML. */
export interface AddressNotes {
  /** Those that are right, because the site answered with them, or that are reported by whoever made them. */
  readonly answered: Set<string>
  /** What a template asked the address of and the site does not have, by what it was answered. */
  readonly missed: Map<string, string>
  /** HTML whose addresses were looked at when it was made. */
  readonly inserted: Array<string>
}

export function noteAddresses(): AddressNotes {
  return {answered: new Set(), missed: new Map(), inserted: []}
}
