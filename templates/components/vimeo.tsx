import type {ComponentProps} from 'galley'
import type {VNode} from 'preact'
import {VideoLink} from '../partials/video-link.tsx'

export const attributes = {video: 'text', title: 'text?'} as const

const watchAddress = 'https://vimeo.com'
const playerAddress = 'https://player.vimeo.com/video'

/** A video of Vimeo: nothing is asked of Vimeo before a reader clicks. `video` is its number. */
export default function Vimeo({video, ...others}: ComponentProps<typeof attributes>): VNode {
  if (!/^\d+$/.test(video)) throw new Error(`expected the number of a video, found \`${video}\``)
  return (
    <VideoLink
      {...others}
      href={`${watchAddress}/${video}`}
      player={`${playerAddress}/${video}?autoplay=1&dnt=1`}
      host="Vimeo"
    />
  )
}
