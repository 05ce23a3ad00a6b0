/** What asking for an address of another site came to. */
export type ExternalReply =
  /** Something answers there, if only by asking who is asking. */
  | {readonly kind: 'there'}
  /** Nothing is there: the host says so, or there is no such host. */
  | {readonly kind: 'gone'; readonly cause: string}
  /** It may be there: it did not answer in time, or had trouble of its own. */
  | {readonly kind: 'unsure'; readonly cause: string}

/** Asks for addresses, and tells of each as soon as it is known. */
export type AskExternal = (
  urls: ReadonlyArray<string>,
  onReply: (url: string, reply: ExternalReply) => void
) => Promise<void>
