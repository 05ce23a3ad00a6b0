import {siteOf} from './check-history.ts'
import type {SiteState} from './world.ts'

/** A site that is just large enough for the bugs that others have had: two sections, links, terms, two listing parts. */
export const knownSite: SiteState = siteOf(
  `
-- content/_index.md --
---
title: Home
---
-- content/about.md --
---
title: About
---
-- content/articles/one.md --
---
title: One
date: 2024-01-03
tags: [x]
---
First.

## Part
-- content/articles/two.md --
---
title: Two
date: 2024-01-02
tags: [x, y]
---
After [one](one.md#part).
-- content/articles/three.md --
---
title: Three
date: 2024-01-01
tags: [y]
---
Third.
-- content/articles/bundle/index.md --
---
title: Bundle
date: 2023-01-01
---
![A picture](picture.svg)
-- content/articles/bundle/picture.svg --
<svg width="1"/>
-- content/notes/far.md --
---
title: Far
---
Away from [two](../articles/two.md).
-- public/robots.txt --
User-agent: *
`,
  {config: {title: 'Site', pageSize: 2, menus: {main: [{name: 'Two', url: 'content/articles/two.md'}]}}}
)

/** Replaces a text in a file. */
export function replacing(from: string | RegExp, to: string): (text: string) => string {
  return (text) => text.replace(from, to)
}
