/**
 * What Galley is to reach. `ofOther` is the largest part of another system's median (the median of the parts of all rounds);
 * `max` is an absolute bound; `ofSize` compares with Galley's own median on another size. The measure is `seconds` or `megabytes`.
 */
export const goals = [
  {articles: 20, scenario: 'cold', measure: 'seconds', max: 0.5},
  {articles: 20, scenario: 'cold', measure: 'seconds', other: 'eleventy', ofOther: 1 / 3},
  {articles: 1000, scenario: 'cold', measure: 'seconds', other: 'hugo', ofOther: 0.6},
  {articles: 1000, scenario: 'cold', measure: 'seconds', other: 'eleventy', ofOther: 0.4},
  {articles: 1000, scenario: 'cold', measure: 'seconds', other: 'astro', ofOther: 0.15},
  {articles: 10_000, scenario: 'cold', measure: 'seconds', other: 'hugo', ofOther: 0.4},
  {articles: 10_000, scenario: 'cold', measure: 'seconds', other: 'eleventy', ofOther: 0.25},
  {articles: 10_000, scenario: 'cold', measure: 'seconds', other: 'astro', ofOther: 0.12},
  {articles: 10_000, scenario: 'noop', measure: 'seconds', other: 'hugo', ofOther: 1 / 40},
  {articles: 10_000, scenario: 'body', measure: 'seconds', other: 'hugo', ofOther: 1 / 25},
  {articles: 10_000, scenario: 'cold', measure: 'megabytes', other: 'hugo', ofOther: 1 / 4},
  {articles: 100_000, scenario: 'cold', measure: 'megabytes', max: 1500},
  {articles: 100_000, scenario: 'cold', measure: 'seconds', size: 10_000, ofSize: 11.5},
  {articles: 100_000, scenario: 'noop', measure: 'seconds', max: 6}
]
