import type {Terminal} from './terminal.ts'

/** How far something is. */
export interface Progress {
  /** One word. */
  readonly stage: string
  readonly done: number
  readonly total: number
}

/** A line that shows how far a build is. */
export interface ProgressBar {
  /** Take note of `progress`, and draw it when it is time to. */
  readonly update: (progress: Progress) => void
  /** Leave nothing behind: to be called before anything else is written. */
  readonly erase: () => void
}

/**
 * A progress bar on the error stream, from now on; draws nothing when nobody is looking.
 *
 * Drawing is done within `update` and not by a timer, which would never get its turn while pages are rendered.
 *
 * @param now
 *   Milliseconds from any beginning.
 */
export function openProgressBar({stderr}: Pick<Terminal, 'stderr'>, now: () => number): ProgressBar {
  if (!stderr.isInteractive) return {update: () => undefined, erase: () => undefined}
  let drawAt = now() + quietMs
  let isDrawn = false
  return {
    update(progress) {
      if (now() < drawAt) return
      drawAt = now() + redrawMs
      isDrawn = true
      stderr.write(`${eraseLine}${progressLine(progress, stderr.columns())}`)
    },
    erase() {
      if (isDrawn) stderr.write(eraseLine)
      isDrawn = false
    }
  }
}

/** `progress` as a line of fewer than `columns` characters, so that it never wraps. */
export function progressLine({stage, done, total}: Progress, columns: number): string {
  const count = ` ${done}/${total}`
  const label = stage.padEnd(stageWidth)
  const width = Math.min(barWidthMax, columns - label.length - count.length - 1)
  if (width < barWidthMin) return `${label}${count}`.slice(0, Math.max(0, columns - 1))
  const filled = total === 0 ? width : Math.round((Math.min(done, total) / total) * width)
  return `${label}${'█'.repeat(filled)}${'░'.repeat(width - filled)}${count}`
}

/** A build that is faster than this shows no bar: it would only flicker. */
const quietMs = 1000

/** Ten times a second is smooth enough, and costs nothing against rendering. */
const redrawMs = 100

const eraseLine = '\r\u001B[2K'
const stageWidth = 'compile '.length
const barWidthMax = 40
const barWidthMin = 5
