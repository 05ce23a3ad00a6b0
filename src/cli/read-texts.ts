import type {ReportEntry} from '#src/diagnostics/report.ts'
import type {Host} from '#src/model/host.ts'

/** Texts for code frames. A file that cannot be read any more is reported without a frame. */
export async function readTexts(
  entries: ReadonlyArray<ReportEntry>,
  host: Pick<Host, 'read'>
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>()
  for (const {diagnostic} of entries) {
    if (diagnostic.place === undefined || texts.has(diagnostic.file)) continue
    const bytes = await host.read(diagnostic.file).catch(() => undefined)
    if (bytes !== undefined) texts.set(diagnostic.file, new TextDecoder().decode(bytes))
  }
  return texts
}
