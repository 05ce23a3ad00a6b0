import {listOf, mappingOf, oneOf, type Shape, someText, text, textLike, wholeNumber} from './shape.ts'

const font = textLike('font', isPlainCss)

/** What `theme` has to be. */
export const theme: Shape = mappingOf({
  optional: {
    logo: someText,
    accent: textLike('color', isColor),
    fonts: mappingOf({optional: {text: font, headings: font, code: font}}),
    appearance: oneOf(['switch', 'system', 'light', 'dark']),
    styles: listOf(someText),
    footer: text,
    social: listOf(mappingOf({required: {name: someText, url: someText}, optional: {}})),
    editUrl: textLike('editUrl', isEditUrl),
    featured: wholeNumber(0)
  }
})

/** A color in one of the forms of CSS; whether a name is that of a color is left to browsers. */
function isColor(value: string): boolean {
  return /^(?:#(?:[\da-f]{3}|[\da-f]{6})|[a-z]+|[a-z]+\([^(){};]+\))$/i.test(value)
}

/** Whether a text can be the value of a CSS property and nothing else. */
function isPlainCss(value: string): boolean {
  return value.trim() !== '' && !/[{};\\]|\/\*/.test(value)
}

function isEditUrl(value: string): boolean {
  return /^https?:\/\/\S+$/i.test(value) && value.includes(':source')
}
