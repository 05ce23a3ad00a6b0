import type {Page} from '#src/model/page.ts'
import type {OrderKey} from '#src/model/selector.ts'

/** What pages are ordered by, beside their titles. */
export type OrderedPage = Pick<Page, 'path' | 'date' | 'lastmod' | 'weight'>

/**
 * Pages in a total order: by each key in turn, then by address. A page without the value comes after those with it.
 *
 * @param titleOf
 *   Called only for pages that nothing before the title tells apart: most titles move nothing.
 */
export function orderPages<Kind extends OrderedPage>(
  pages: ReadonlyArray<Kind>,
  order: ReadonlyArray<OrderKey>,
  titleOf: (page: Kind) => string
): ReadonlyArray<Kind> {
  const values: ValueByKey<Kind> = {
    ...valueByKey,
    title: (page) => titleOf(page).normalize('NFC').toLowerCase()
  }
  const comparisons = order.map((key) => comparisonOf(key, values))
  return [...pages].sort((a, b) => {
    for (const compareBy of comparisons) {
      const result = compareBy(a, b)
      if (result !== 0) return result
    }
    return compare(a.path, b.path)
  })
}

/** Whether an order has a page among those by date, the newest first: a page without weight is where its date puts it. */
export function isNewestFirst(
  {date, weight}: Pick<OrderedPage, 'date' | 'weight'>,
  order: ReadonlyArray<OrderKey>
): boolean {
  const [first] = weight === undefined ? order.filter((key) => !key.endsWith('weight')) : order
  return date !== undefined && first === '-date'
}

type ValueByKey<Kind> = Readonly<Record<string, (page: Kind) => string | number | undefined>>

const valueByKey: ValueByKey<OrderedPage> = {
  weight: ({weight}) => weight,
  date: ({date}) => date?.epoch,
  lastmod: ({lastmod, date}) => (lastmod ?? date)?.epoch,
  path: ({path}) => path
}

function comparisonOf<Kind>(key: OrderKey, values: ValueByKey<Kind>): (a: Kind, b: Kind) => number {
  const sign = key.startsWith('-') ? -1 : 1
  const sortValue = values[key.replace('-', '')]
  return (a, b) => {
    const left = sortValue?.(a)
    const right = sortValue?.(b)
    if (left === undefined || right === undefined)
      return Number(left === undefined) - Number(right === undefined)
    return sign * compare(left, right)
  }
}

function compare<Value extends string | number>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0
}
