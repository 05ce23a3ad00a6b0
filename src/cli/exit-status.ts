/** What the process ends with. An interrupt (SIGINT) has no entry: the system ends the process, shells call it 130. */
export const exitStatus = {
  /** Built; or help and version were printed. */
  done: 0,
  /** The site has errors; or, for a check, anything that is wrong. */
  siteErrors: 1,
  /** The command line cannot be followed. */
  wrongUsage: 2,
  /** A fault of Galley itself: EX_SOFTWARE of sysexits.h, so that a script never takes it for an error of the site. */
  fault: 70,
  /** The system refused to read or write a file: EX_IOERR. */
  ioError: 74
} as const
