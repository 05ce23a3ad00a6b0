import type {ComponentProps} from 'galley'
import type {VNode} from 'preact'
import {VideoLink} from '../partials/video-link.tsx'

export const attributes = {video: 'text', title: 'text?', start: 'number?'} as const

const watchAddress = 'https://www.youtube.com/watch'
const playerAddress = 'https://www.youtube-nocookie.com/embed'

/** A video of YouTube: nothing is asked of YouTube before a reader clicks. `video` is its id. */
export default function Youtube(props: ComponentProps<typeof attributes>): VNode {
  const {video, start, ...others} = props
  if (!/^[\w-]+$/.test(video)) throw new Error(`expected the id of a video, found \`${video}\``)
  const from = start === undefined ? '' : `&start=${start}`
  return (
    <VideoLink
      {...others}
      href={`${watchAddress}?v=${video}${start === undefined ? '' : `&t=${start}s`}`}
      player={`${playerAddress}/${video}?autoplay=1${from}`}
      host="YouTube"
    />
  )
}
