import type {RobotsConfig} from '#src/model/site-config.ts'

/** What crawlers may visit (RFC 9309). The sitemap is named by its permalink. */
export function renderRobots({disallow, block}: RobotsConfig, sitemap: string | undefined): string {
  const groups = [
    // A group without a rule is none: an empty one allows everything.
    [
      'User-agent: *',
      ...(disallow.length === 0 ? [''] : disallow).map((path) => `Disallow: ${path}`.trimEnd())
    ],
    ...(block.length === 0 ? [] : [[...block.map((name) => `User-agent: ${name}`), 'Disallow: /']]),
    ...(sitemap === undefined ? [] : [[`Sitemap: ${sitemap}`]])
  ]
  return `${groups.map((lines) => lines.join('\n')).join('\n\n')}\n`
}
