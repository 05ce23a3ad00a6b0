import type {Host} from '#src/model/host.ts'
import type {MakerSettings} from '../answer-site.ts'
import type {RevisionInputs} from '../read/collect-inputs.ts'

/** Where what is made goes, and who is told of it. */
export interface MakingRequest {
  readonly host: Host
  readonly onMade: (stage: 'draw' | 'resize', done: number, total: number) => void
}

/** What makes files that are neither texts nor copies, as far as the site wants them. */
export function chooseMakers(
  {searchPackage, drawingPackage, resizingPackage, keepGoing, config}: RevisionInputs,
  {host, onMade}: MakingRequest
): MakerSettings {
  const onDrawn = (done: number, total: number): void => onMade('draw', done, total)
  const onResized = (done: number, total: number): void => onMade('resize', done, total)
  return {
    keepGoing,
    ...(searchPackage === undefined ? {} : {search: {searchPackage, indexSearch: host.indexSearch}}),
    ...(config.site.compress.length === 0 ? {} : {compression: {encodings: config.site.compress, host}}),
    ...(drawingPackage === undefined ? {} : {pictures: {drawingPackage, host, onDrawn}}),
    ...(resizingPackage === undefined ? {} : {images: {host, onResized}})
  }
}
