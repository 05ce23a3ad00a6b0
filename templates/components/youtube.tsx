import type {ComponentProps} from 'galley'
import type {VNode} from 'preact'
import {VideoLink} from '../partials/video-link.tsx'

export const attributes = {
  video: 'text',
  title: 'text?',
  /** Seconds. */
  start: 'number?',
  end: 'number?',
  controls: ['true', 'false'],
  loop: 'flag',
  mute: 'flag'
} as const

const watchAddress = 'https://www.youtube.com/watch'
const playerAddress = 'https://www.youtube-nocookie.com/embed'

/** A video of YouTube: nothing is asked of YouTube before a reader clicks. `video` is its id. */
export default function Youtube(props: ComponentProps<typeof attributes>): VNode {
  const {video, start, end, controls, loop, mute, ...others} = props
  if (!/^[\w-]+$/.test(video)) throw new Error(`expected the id of a video, found \`${video}\``)
  const player = [
    'autoplay=1',
    ...(start === undefined ? [] : [`start=${start}`]),
    ...(end === undefined ? [] : [`end=${end}`]),
    ...(controls === 'false' ? ['controls=0'] : []),
    // A video by itself is repeated only as a list of one.
    ...(loop ? [`loop=1&playlist=${video}`] : []),
    ...(mute ? ['mute=1'] : [])
  ]
  return (
    <VideoLink
      {...others}
      href={`${watchAddress}?v=${video}${start === undefined ? '' : `&t=${start}s`}`}
      player={`${playerAddress}/${video}?${player.join('&')}`}
      host="YouTube"
    />
  )
}
