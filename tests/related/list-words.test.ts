import {expect, test} from 'vitest'
import {wordLister} from '#src/related/list-words.ts'
import {loadWordForms} from '#src/related/word-forms.ts'

interface WordCase {
  readonly language?: string
  readonly text: string
  readonly words: string
}

async function checkWords({language = 'en', text, words}: WordCase): Promise<void> {
  expect(wordLister(await loadWordForms(language))(text)).toBe(words)
}

test('forms of a word are one, and words that say nothing are none', async () => {
  await checkWords({text: 'The matchers are matching what we matched', words: 'matcher match match'})
})

test('blocks stay apart', async () => {
  await checkWords({text: 'Red apples\nof\ngreen trees', words: 'red appl\ngreen tree'})
})

test('numbers and single letters are no words, names with digits are', async () => {
  await checkWords({text: 'In 2024, 3.5 of x are es2015 or v8', words: 'es2015 v8'})
})

test('a name in camel case is whole, and in parts beside it', async () => {
  await checkWords({
    text: 'Use WeakRef and HTMLElement',
    words: 'weak ref\nhtml element\nus weakref htmlelement'
  })
})

test('an apostrophe stays in a word, and the mark of an owner does not', async () => {
  await checkWords({text: 'L’été of the reader’s dogs’ don’t', words: "l'été reader dog"})
})

test('combining marks are part of a letter', async () => {
  await checkWords({text: 'cafe\u0301 CAFÉ', words: 'café café'})
})

test.each<WordCase>([
  {language: 'de-CH', text: 'Die Häuser und das Haus', words: 'haus haus'},
  {language: 'fr', text: 'Les maisons et la maison', words: 'maison maison'},
  {language: 'ru', text: 'Книги и книга', words: 'книг книг'},
  {language: 'pt-BR', text: 'As casas de uma casa', words: 'cas cas'}
])('in $language', checkWords)

test('a language that nothing is known of keeps its words as they are', async () => {
  await checkWords({language: 'is', text: 'Húsin og húsið', words: 'húsin og húsið'})
  await checkWords({language: 'constructor', text: 'The house', words: 'the house'})
})

test('scripts without spaces are cut into words', async () => {
  await checkWords({language: 'ja', text: '静的サイトジェネレーター', words: '静的 サイトジェネレーター'})
  await checkWords({language: 'zh', text: '我喜欢语言', words: '喜欢 语言'})
})

test('data is no word', async () => {
  await checkWords({text: `word ${'ab'.repeat(30)} word`, words: 'word word'})
})
