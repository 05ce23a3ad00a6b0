import type {ResolvedConfig} from '#src/config/check-config.ts'

/**
 * The configuration as it holds for a site of so many sources: where they are more than the articles of which any are related, nobody looks
 * for words.
 *
 * Sources are counted, not articles, since which of them are articles is known only when they are compiled. Never fewer than articles.
 */
export function fitConfig(config: ResolvedConfig, sourceCount: number): ResolvedConfig {
  const {
    site: {related},
    markdown
  } = config
  const keepsProse = related !== false && sourceCount <= related.articlesMax
  return {...config, markdown: {...markdown, keepsProse}}
}
