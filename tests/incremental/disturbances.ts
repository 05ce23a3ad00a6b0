import type {Dice} from './dice.ts'
import type {FileTree, World} from './world.ts'

/** Content of every file that was in a folder once. */
export type Contents = ReadonlyMap<string, Uint8Array>

/** The folders of a site after one of its builds. */
export interface Snapshot {
  readonly output: Contents
  readonly store: Contents
}

/** Something that befalls the folders of a site, while its sources stay as they are. */
export interface Disturbance {
  /** `past` are the builds so far, latest last. */
  readonly befall: (world: World, dice: Dice, past: ReadonlyArray<Snapshot>) => void
  /** Whether it may cost the memory of which files in `dist/` are Galley's own. */
  readonly isForgetting?: boolean
}

/** What befalls a site between two builds, by name. */
export const disturbances: Readonly<Record<string, Disturbance>> = {
  'touch every file': {befall: (world) => world.touch()},
  'go on elsewhere, as after a clone': {befall: (world) => world.move('new')},
  'go on elsewhere, with the times of files': {befall: (world) => world.move('kept')},
  'tamper with a written file': onWritten(({output}, path, dice) =>
    output.write(path, flipped(output, path, dice))
  ),
  'tamper with a written file quietly': onWritten(({output}, path, dice) =>
    output.writeQuietly(path, flipped(output, path, dice))
  ),
  'empty a written file': onWritten(({output}, path) => output.write(path, new Uint8Array())),
  'delete a written file': onWritten(({output}, path) => output.remove(path)),
  'delete all that was written': {befall: ({output}) => output.paths().filter(isOwn).forEach(output.remove)},
  'restore what was written earlier': {
    befall: ({output}, dice, past) => restore(output, dice.pickFrom(past)?.output),
    isForgetting: true
  },
  'add a foreign file': {
    befall({output}, dice) {
      const folder = dice.pick(['', 'articles/', 'articles/alpha/', 'notes/one/', 'fresh/new/'])
      output.write(`${folder}${foreignName}`, encode(dice.pick(['mine', 'ours'])))
    }
  },
  'delete a stored file': onStored(({store}, path) => store.remove(path)),
  'delete the whole store': {befall: ({store}) => store.paths().forEach(store.remove), isForgetting: true},
  'restore an earlier store': {
    befall: ({store}, dice, past) => restore(store, dice.pickFrom(past)?.store),
    isForgetting: true
  },
  'restore a file of an earlier store': {
    befall({store}, dice, past) {
      const [path, content] = dice.pickFrom([...(dice.pickFrom(past)?.store ?? [])]) ?? []
      if (path !== undefined && content !== undefined) store.write(path, content)
    },
    isForgetting: true
  },
  'cut a stored file off': onStored(({store}, path, dice) => {
    const content = store.read(path) ?? new Uint8Array()
    store.write(path, content.slice(0, (content.length * dice.number(100)) / 100))
  }),
  'flip a bit of a stored file': onStored(({store}, path, dice) =>
    store.write(path, flipped(store, path, dice))
  ),
  'write nonsense into a stored file': onStored(({store}, path, dice) =>
    store.write(path, encode(dice.pick(['', 'null', '{}', '[]', '{"version":1,"files":null}', '\u0000'])))
  ),
  'double a stored file': onStored(({store}, path) => {
    const content = store.read(path) ?? new Uint8Array()
    store.write(path, Buffer.concat([content, content]))
  }),
  'exchange two stored files': onStored(({store}, one, dice) => {
    const other = dice.pickFrom(store.paths()) ?? one
    const [first, second] = [store.read(one), store.read(other)]
    if (first === undefined || second === undefined) return
    store.write(one, Uint8Array.from(second))
    store.write(other, Uint8Array.from(first))
  })
}

/** Whether a file in `dist/` is not the one that only a person can have put there. */
export function isOwn(path: string): boolean {
  return path.split('/').at(-1) !== foreignName
}

const foreignName = 'kept-by-hand.txt'

type Act = (world: World, path: string, dice: Dice) => void

/** Something that befalls one file of the store, where there is one. */
function onStored(act: Act): Disturbance {
  return {
    befall(world, dice) {
      const path = dice.pickFrom(world.store.paths())
      if (path !== undefined) act(world, path, dice)
    },
    isForgetting: true
  }
}

/** Something that befalls one file in `dist/`, where there is one. */
function onWritten(act: Act): Disturbance {
  return {
    befall(world, dice) {
      const path = dice.pickFrom(world.output.paths().filter(isOwn))
      if (path !== undefined) act(world, path, dice)
    }
  }
}

/** Put a folder back into an earlier state; foreign files stay. */
function restore(tree: FileTree, contents: Contents | undefined): void {
  if (contents === undefined) return
  tree.paths().filter(isOwn).forEach(tree.remove)
  for (const [path, content] of contents) if (isOwn(path)) tree.write(path, content)
}

/** The bytes of a file with one bit turned; none for none. */
function flipped(tree: FileTree, path: string, dice: Dice): Uint8Array {
  const content = tree.read(path) ?? new Uint8Array()
  const index = dice.number(content.length || 1)
  const bit = 1 << dice.number(8)
  return content.map((byte, position) => (position === index ? byte ^ bit : byte))
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
