import type {Page, PageView, Questions} from 'galley'
import type {VNode} from 'preact'
import {formatsIn} from './partials/formats.ts'

/** As in the theme's style sheet, which pictures do not read. */
const colors = {paper: '#fffefc', ink: '#1f1e1c', muted: '#63605a', link: '#0b57a4'}

/** Colors that pictures know as style sheets do. */
const plainColor = /^(?:#[\da-f]{3,8}|[a-z]+|(?:rgb|hsl)a?\([^()]*\))$/i

/** Looks of a title by its length in characters, the shortest first: lines of one length where they are few, else four at most. */
const titleStyles = [
  {length: 40, style: {fontSize: 84, textWrap: 'balance'}},
  {length: 80, style: {fontSize: 68, textWrap: 'balance'}},
  {length: Number.POSITIVE_INFINITY, style: {display: 'block', fontSize: 54, lineClamp: 4}}
]

/** The picture of an article that brings none: drawn for link previews, with the part of HTML and CSS that satori knows. */
export default function SocialImage({view, page}: PageView): VNode {
  const {title, theme} = view.site()
  const accent = theme.accent !== undefined && plainColor.test(theme.accent) ? theme.accent : colors.link
  return (
    <div
      style={{display: 'flex', width: '100%', height: '100%', background: colors.paper, color: colors.ink}}
    >
      <div style={{width: 20, height: '100%', background: accent}} />
      <div
        style={{
          display: 'flex',
          flexDirection: 'column',
          justifyContent: 'space-between',
          width: 1180,
          height: '100%',
          padding: '64px 72px 60px',
          boxSizing: 'border-box'
        }}
      >
        <div style={{fontSize: 34, fontWeight: 700, color: accent}}>{title}</div>
        <div
          style={{
            fontWeight: 700,
            letterSpacing: '-0.02em',
            lineHeight: 1.12,
            ...titleStyles.find(({length}) => page.title.length <= length)?.style
          }}
        >
          {page.title}
        </div>
        <div style={{display: 'block', fontSize: 30, fontWeight: 500, lineClamp: 2, color: colors.muted}}>
          {bylineOf(view, page)}
        </div>
      </div>
    </div>
  )
}

/** Who wrote it and when; else the section. */
function bylineOf(view: Questions, {authors, date, section}: Page): string {
  const formats = formatsIn(view.site().language)
  const names = formats
    .list(authors.length)
    .map(({type, value}) => (type === 'element' ? authors[Number(value)] : value))
  const parts = [names.join(''), date === undefined ? '' : formats.day(date.day)].filter(
    (part) => part !== ''
  )
  return parts.length > 0 ? parts.join(' · ') : (view.section(section)?.title ?? '')
}
