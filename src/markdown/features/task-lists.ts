import type {Element} from 'hast'
import type {List, ListItem, Paragraph} from 'mdast'
import type {Feature} from './feature.ts'
import type {ElementNode, HtmlTreeNode} from './nodes.ts'

/** The text of a task is the label of its box, which names it to who does not see where it stands. */
export const taskLists: Feature = {changes: {list: labelTasks}}

function labelTasks(list: List): undefined {
  const tasks = list.children.filter(({checked}) => typeof checked === 'boolean')
  if (tasks.length === 0) return
  list.data = {...list.data, hProperties: {className: ['contains-task-list']}}
  for (const task of tasks) labelTask(task)
}

function labelTask(item: ListItem): void {
  const [first] = item.children
  const box = boxOf(item)
  if (first?.type === 'paragraph') first.children = [labelAround(first, box)]
  // A figure, or code, by itself: the box has nothing in its line.
  else item.children.unshift({type: 'paragraph', children: [box]})
  item.checked = null
  item.data = {...item.data, hProperties: {className: ['task-list-item']}}
}

function boxOf({checked}: ListItem): HtmlTreeNode {
  const input: Element = {
    type: 'element',
    tagName: 'input',
    properties: {type: 'checkbox', checked: checked === true, disabled: true},
    children: []
  }
  return {type: 'htmlTree', toHast: () => [input]}
}

/** Around the text of the task alone, for a label must not have lists and other boxes inside. */
function labelAround({children, position}: Paragraph, box: HtmlTreeNode): ElementNode {
  return {
    type: 'element',
    name: 'label',
    properties: {},
    hasBlocks: false,
    children: [{...box, toHast: () => [...box.toHast(), {type: 'text', value: ' '}]}, ...children],
    ...(position === undefined ? {} : {position})
  }
}
