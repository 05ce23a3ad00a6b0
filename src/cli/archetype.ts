/** What an archetype may name between two braces. */
export interface ArchetypeValues {
  readonly title: string
  /** Calendar day in the site's time zone. */
  readonly date: string
  /** Last part of the path, as it was written. */
  readonly slug: string
  /** First folder of the path; empty for a page at the root. */
  readonly section: string
}

/** What an article begins with in a site without archetypes. */
export const plainArchetype = `---
title: {{title}}
date: {{date}}
draft: true
---

`

/** An archetype with its placeholders filled in. What it names and nobody knows stays as it is. */
export function fillArchetype(archetype: string, values: ArchetypeValues): string {
  const end = frontMatterEnd(archetype)
  const fill = (text: string, write: (value: string) => string): string =>
    text.replace(/\{\{\s*(\w+)\s*\}\}/g, (written, name: string) =>
      Object.hasOwn(values, name) ? write(values[name as keyof ArchetypeValues]) : written
    )
  return fill(archetype.slice(0, end), asYaml) + fill(archetype.slice(end), (value) => value)
}

/** A title for the last part of a path: `my-first-article` is `My first article`. */
export function titleOf(slug: string): string {
  const words = slug.replace(/[-_]+/g, ' ').trim()
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

function frontMatterEnd(text: string): number {
  return /^---\r?\n[\s\S]*?^---\r?$/m.exec(text)?.[0].length ?? 0
}

/** A value where YAML is read: what might be read as anything but this text is quoted. */
function asYaml(value: string): string {
  const isPlain =
    /^\p{L}[\p{L}\p{N} .'’-]*$/u.test(value) && !/^(?:true|false|null|yes|no|on|off)$/i.test(value)
  return isPlain || /^\d{4}-\d{2}-\d{2}$/.test(value) || value === '' ? value : JSON.stringify(value)
}
