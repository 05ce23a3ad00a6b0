declare module 'commonmark-spec' {
  /** One example of the specification; `→` stands for a tab. */
  interface Example {
    readonly markdown: string
    readonly html: string
    readonly section: string
    readonly number: number
  }

  export const tests: ReadonlyArray<Example>
}
