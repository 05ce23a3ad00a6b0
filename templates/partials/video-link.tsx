import type {ComponentView} from 'galley'
import type {ComponentChildren, VNode} from 'preact'
import {classes} from './classes.ts'
import {phrasesIn} from './phrases.ts'

interface Props {
  readonly view: ComponentView
  readonly title: string | undefined
  /** Page of the video, for readers without script. */
  readonly href: string
  /** Address of a frame that plays it. */
  readonly player: string
  /** Name of the site that has it. */
  readonly host: string
  readonly id?: string | undefined
  readonly class?: string | undefined
  /** Title with markup, which may be blocks; else the plain one is shown. */
  readonly children: ComponentChildren
}

/** A video of another site: a link that a script (`assets/video.js`) replaces by the player when a reader follows it. */
export function VideoLink(props: Props): VNode {
  const {view, href, player, host, id, class: name, title, children = title} = props
  const {video} = phrasesIn(view.site().language)
  return (
    <div id={id} class={classes('video-link', name)}>
      <a href={href} data-player={player}>
        <div class="video-title">{children ?? video}</div> <div class="video-host">{host}</div>
      </a>
    </div>
  )
}
