import type {Page, PageView, Questions} from 'galley'
import type {VNode} from 'preact'
import {formatsIn} from './partials/formats.ts'
import {pageMetadata} from './partials/head/page-metadata.ts'
import {ListingHeader} from './partials/listing/listing-header.tsx'
import {Shell} from './partials/shell.tsx'
import {Text} from './partials/text.tsx'

/** All articles by year, the newest first: for a page with `layout: archive`. */
export default function Archive({path, view, page}: PageView): VNode {
  const dated = view
    .pages({kind: 'article', order: ['-date', 'title']})
    .filter(({date}) => date !== undefined)
  const years = [...new Set(dated.map(yearOf))]
  return (
    <Shell view={view} path={path} metadata={pageMetadata(view, page)}>
      <div class="list archive">
        {!page.isTitleInBody && <ListingHeader title={page.title} description={page.description} />}
        <Text html={view.body(page)} />
        {years.map((year) => (
          <section key={year} aria-labelledby={`year-${year}`}>
            <h2 id={`year-${year}`}>{year}</h2>
            <ul>
              {dated
                .filter((one) => yearOf(one) === year)
                .map((one) => (
                  <Line key={one.path} view={view} page={one} />
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Shell>
  )
}

function yearOf({date}: Page): string {
  return date?.day.slice(0, 4) ?? ''
}

function Line({view, page}: {readonly view: Questions; readonly page: Page}): VNode {
  const {dayOfYear} = formatsIn(view.site().language)
  return (
    <li>
      {page.date !== undefined && <time datetime={page.date.day}>{dayOfYear(page.date.day)}</time>}
      <a href={view.href(page)}>{page.title}</a>
    </li>
  )
}
