import type {CompiledBody} from '#src/model/document.ts'

/** What a text comes to that is not compiled. */
export const emptyBody: CompiledBody = {
  body: {chunks: [''], slots: []},
  excerpt: {chunks: [''], slots: []},
  facts: {
    outline: [],
    ids: [],
    externalLinks: [],
    codeLanguages: [],
    features: [],
    text: '',
    wordCount: 0
  }
}
