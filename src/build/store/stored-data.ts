import type {SealedStore} from './sealed-store.ts'

/** Plain data that `writeData` kept in a file; `undefined` where there is none. This very version wrote it, so that its type is known. */
export function readData<Data>({read}: Pick<SealedStore, 'read'>, name: string): Data | undefined {
  const bytes = read(name)
  return bytes && (JSON.parse(bytes.toString('utf8')) as Data)
}

/** Keep plain data in a file. */
export function writeData({write}: Pick<SealedStore, 'write'>, name: string, data: unknown): void {
  write(name, JSON.stringify(data))
}
