import {templateText} from './disk-templates.ts'
import {contentFilesOf, type SiteModel} from './model.ts'
import type {SiteState} from './world.ts'

/** A model as files alone: the configuration, its plugin and the templates are code. */
export function diskState(model: SiteModel): SiteState {
  const templates = Object.entries(model.templates).map(([name, mark]) => [
    `templates/${name}.tsx`,
    templateText(name, mark)
  ])
  return {
    files: {
      ...contentFilesOf(model),
      ...Object.fromEntries(templates),
      'galley.config.ts': configText(model),
      // Imported by a file that the configuration imports.
      'plugins/mark.ts': `export const mark: string = ${JSON.stringify(model.shout)}\n`,
      'plugins/shout.ts': shoutText
    },
    options: model.options,
    day: model.day
  }
}

function configText({config, shout}: SiteModel): string {
  const plugin = shout === '' ? '' : `{name: 'shout', version: '1', rehypePlugins: [shout]}`
  return `import {type Config, defineConfig, z} from 'galley'
import {mark} from './plugins/mark.ts'
import {shout} from './plugins/shout.ts'

const settings: Config = ${JSON.stringify(config, null, 2)}

export default defineConfig({
  ...settings,
  sections: {
    ...settings.sections,
    notes: {...settings.sections?.notes, schema: z.object({level: z.string().default(mark)})}
  },
  plugins: [${plugin}]
})
`
}

const shoutText = `import {mark} from './mark.ts'

interface Node {
  readonly tagName?: string
  readonly children?: Array<unknown>
}

/** Adds the mark to strong text. */
export function shout() {
  return visit
}

function visit(node: Node): void {
  if (node.tagName === 'strong') node.children?.push({type: 'text', value: mark})
  for (const child of node.children ?? []) visit(child as Node)
}
`
