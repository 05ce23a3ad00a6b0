import type {Page} from '#src/model/page.ts'
import type {OrderKey} from '#src/model/selector.ts'

/** What pages are ordered by. */
export type OrderedPage = Pick<Page, 'path' | 'title' | 'date' | 'lastmod' | 'weight'>

/** Pages in a total order: by each key in turn, then by address. A page without the value comes after those with it. */
export function orderPages<Kind extends OrderedPage>(
  pages: ReadonlyArray<Kind>,
  order: ReadonlyArray<OrderKey>
): ReadonlyArray<Kind> {
  const comparisons = order.map(comparisonOf)
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

type Comparison = (a: OrderedPage, b: OrderedPage) => number

const valueByKey: Readonly<Record<string, (page: OrderedPage) => string | number | undefined>> = {
  weight: ({weight}) => weight,
  date: ({date}) => date?.epoch,
  lastmod: ({lastmod, date}) => (lastmod ?? date)?.epoch,
  title: ({title}) => title.normalize('NFC').toLowerCase(),
  path: ({path}) => path
}

function comparisonOf(key: OrderKey): Comparison {
  const sign = key.startsWith('-') ? -1 : 1
  const sortValue = valueByKey[key.replace('-', '')]
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
