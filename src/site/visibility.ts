import type {FrontMatter} from '#src/model/front-matter.ts'
import type {SiteConfig} from '#src/model/site-config.ts'
import {dayIn} from './dates.ts'

/** Whether a build shows a document, or why not; `broken` when it has errors, or what gives it defaults has. */
export type Visibility = 'published' | 'draft' | 'future' | 'expired' | 'broken'

/**
 * Whether a document is published on `today`.
 *
 * The grain is the day in the site's time zone: an article dated today is published, whatever its hour, so that a build
 * depends on the day alone.
 *
 * @param today
 *   Calendar day in the site's time zone.
 */
export function visibilityOf(
  frontMatter: Pick<FrontMatter, 'draft' | 'date' | 'publishDate' | 'expiryDate'>,
  today: string,
  config: Pick<SiteConfig, 'include' | 'timeZone'>
): Visibility {
  const {draft, date, publishDate, expiryDate} = frontMatter
  if (draft === true && !config.include.drafts) return 'draft'
  const start = publishDate ?? date
  if (!config.include.future && start !== undefined && today < dayIn(config.timeZone, start)) return 'future'
  const isOver = expiryDate !== undefined && dayIn(config.timeZone, expiryDate) <= today
  return isOver && !config.include.expired ? 'expired' : 'published'
}
