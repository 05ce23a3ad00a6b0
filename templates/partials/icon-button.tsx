import type {ButtonHTMLAttributes, VNode} from 'preact'
import {classes} from './classes.ts'

interface Props extends ButtonHTMLAttributes {
  readonly class: string
  /** What it does, for those who do not see the icon. */
  readonly label: string
  /** What is said to those who point at it. Default: the label. */
  readonly title?: string
}

/** A button that is an icon. */
export function IconButton({class: name, label, title = label, children, ...others}: Props): VNode {
  return (
    <button type="button" class={classes('icon-button', name)} aria-label={label} title={title} {...others}>
      {children}
    </button>
  )
}
