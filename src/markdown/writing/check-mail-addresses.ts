import type {Nodes} from 'mdast'
import type {VFile} from 'vfile'
import {notesOf} from '../notes.ts'
import {placeOf} from '../place-of.ts'
import {malformedAddress} from './messages.ts'

/** Report links to mail addresses and telephone numbers that are none: `markdown/malformed-address`. */
export function checkMailAddresses(nodes: ReadonlyArray<Nodes>, file: VFile): void {
  const {diagnostics, file: path} = notesOf(file)
  for (const node of nodes) {
    if (node.type !== 'link' && node.type !== 'definition') continue
    const [, scheme = '', rest = ''] = /^(mailto|tel):(.*)$/is.exec(node.url) ?? []
    if (scheme === '') continue
    const isMail = scheme.toLowerCase() === 'mailto'
    if (isMail ? isMailAddress(rest) : isNumber(rest)) continue
    diagnostics.push(malformedAddress({file: path, place: placeOf(node)}, node.url, isMail))
  }
}

/** Addresses with commas between them; none where the mail is to be given one by its fields, or by its writer. */
function isMailAddress(rest: string): boolean {
  const [addresses = '', fields] = rest.split('?')
  if (addresses === '') return fields !== undefined && fields !== ''
  return addresses
    .split(',')
    .every((one) =>
      /^(?!\/)[^\s@<>()[\]\\:;"]+@[^\s@<>()[\]\\:;",/.]+(?:\.[^\s@<>()[\]\\:;",/.]+)+$/.test(
        decoded(one).trim()
      )
    )
}

/** Digits, what people put between them, and what a keypad has; then perhaps parameters such as `;ext=12`. */
function isNumber(rest: string): boolean {
  const [number = ''] = decoded(rest).split(';')
  return /^\+?[\d\s().*#-][\d\s().\-/*#,]*$/.test(number) && /\d.*\d/.test(number)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
