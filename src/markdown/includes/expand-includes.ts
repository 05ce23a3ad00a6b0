import type {Parents, Root} from 'mdast'
import {includeCode} from './include-code.ts'
import type {Including, Inclusion} from './inclusion.ts'

/** What including files into an article takes, and where diagnostics go. */
export type IncludeRequest = Omit<Inclusion, 'fileCount' | 'characterCount'>

/**
 * Put files in the place of what includes them: code in fences that name a file.
 *
 * Diagnostics: `markdown/include-…`, at the attribute where that is to be found, and for what included files include, at the place in
 * the article.
 */
export function expandIncludes(tree: Root, request: IncludeRequest): void {
  const inclusion: Inclusion = {...request, fileCount: 0, characterCount: 0}
  expand(tree, {chain: [request.article], path: request.article}, inclusion)
}

function expand(tree: Root, including: Including, inclusion: Inclusion): void {
  const pending: Array<Parents> = [tree]
  for (let parent = pending.pop(); parent !== undefined; parent = pending.pop()) {
    for (const node of parent.children) {
      if (node.type === 'code') includeCode(node, including, inclusion)
      if ('children' in node) pending.push(node)
    }
  }
}
