import type {ComponentCall, Fragment, ReferenceSlot, SizeSlot, Slot} from '#src/model/fragment.ts'

/** Makes a fragment of what follows one after the other. */
export interface FragmentBuilder {
  readonly addHtml: (html: string) => void
  readonly addSlot: (slot: ReferenceSlot | SizeSlot) => void
  /** What is added until it is closed goes inside of the component. */
  readonly openComponent: (call: ComponentCall) => void
  /** Closes the component that was opened last. Throws when none is open. */
  readonly closeComponent: () => void
  /** The fragment; throws while a component is open. */
  readonly finish: () => Fragment
}

/** A builder of an empty fragment. */
export function fragmentBuilder(): FragmentBuilder {
  const around: Array<OpenFragment> = []
  let open = startFragment(undefined)
  return {
    addHtml: (html) => {
      open.chunk += html
    },
    addSlot: (slot) => addSlot(open, slot),
    openComponent: (call) => {
      around.push(open)
      open = startFragment(call)
    },
    closeComponent: () => {
      const outer = around.pop()
      if (open.call === undefined || outer === undefined) throw new Error('Expected an open component')
      addSlot(outer, {...open.call, children: toFragment(open)})
      open = outer
    },
    finish: () => {
      if (open.call !== undefined) throw new Error(`Expected an end of \`${open.call.component}\``)
      return toFragment(open)
    }
  }
}

interface OpenFragment {
  readonly call: ComponentCall | undefined
  readonly chunks: Array<string>
  readonly slots: Array<Slot>
  /** HTML since the last slot. */
  chunk: string
}

function startFragment(call: ComponentCall | undefined): OpenFragment {
  return {call, chunks: [], slots: [], chunk: ''}
}

function addSlot(fragment: OpenFragment, slot: Slot): void {
  fragment.chunks.push(fragment.chunk)
  fragment.slots.push(slot)
  fragment.chunk = ''
}

function toFragment({chunks, chunk, slots}: OpenFragment): Fragment {
  return {chunks: [...chunks, chunk], slots}
}
