/** The part of the package that tests use; it has no types of its own. */
declare module 's3rver' {
  /** A server that speaks the language of S3. */
  class Server {
    constructor(options: {
      readonly address: string
      /** 0 for any that is free. */
      readonly port: number
      readonly silent: boolean
      readonly directory: string
      readonly configureBuckets: ReadonlyArray<{readonly name: string}>
    })
    readonly run: () => Promise<{readonly port: number}>
    readonly close: () => Promise<void>
  }

  export = Server
}
