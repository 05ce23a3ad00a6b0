import {closest} from '#src/diagnostics/closest.ts'
import type {Diagnostic, Place} from '#src/diagnostics/diagnostic.ts'
import {errorAt, hintAt, type Spot, warningAt} from '#src/diagnostics/problem-at.ts'

/** A document with neither `title` nor heading. */
export function titleFromName(file: string, title: string): Diagnostic {
  return {
    code: 'site/no-title',
    severity: 'warning',
    reason: `Expected a title, found neither \`title\` nor a heading; the file name gives \`${title}\``,
    file,
    hint: `Write \`title: ${title}\` into the front matter`
  }
}

/** A name in the configured `list` of a section that no section has. */
export function unknownSection(
  spot: Spot,
  section: string,
  name: string,
  known: ReadonlyArray<string>
): Diagnostic {
  const intended = closest(name, known)
  const there = known.filter((one) => one !== '').map((one) => `\`${one}\``)
  return warningAt(
    spot,
    'site/unknown-section',
    `Expected the name of a section in \`list\` of ${section === '' ? 'the home page' : `the section \`${section}\``}, found \`${name}\``,
    intended === undefined
      ? `A folder below another is a section when it has an \`_index.md\`; there are ${there.join(', ')}`
      : `Did you mean \`${intended}\`?`
  )
}

/** Settings of a section that has no source. */
export function emptySection(spot: Spot, name: string, known: ReadonlyArray<string>): Diagnostic {
  const intended = closest(name, known)
  return warningAt(
    spot,
    'site/unknown-section',
    `Expected the name of a section in \`sections\`, found \`${name}\`, of which there is no file`,
    intended === undefined ? `Its folder would be \`content/${name}/\`` : `Did you mean \`${intended}\`?`
  )
}

/** A taxonomy with the name of a folder of articles, which are in no section then. `source` is one of them. */
export function taxonomyOverSection(spot: Spot, name: string, source: string): Diagnostic {
  return warningAt(
    spot,
    'site/taxonomy-over-section',
    `Expected a taxonomy whose folder has texts of its terms alone, found the article \`${source}\``,
    `Rename the taxonomy or the folder \`content/${name}/\`: its articles are in no section`
  )
}

/** Two spellings of a term that differ in more than case, such as `Node.js` and `nodejs`. `common` is the other one, and where it is. */
export function similarTerms(
  spot: Spot,
  taxonomy: string,
  name: string,
  common: {readonly name: string; readonly at: string; readonly slug: string}
): Diagnostic {
  return warningAt(
    spot,
    'site/similar-terms',
    `Expected one spelling of each term of \`${taxonomy}\`, found \`${name}\` beside \`${common.name}\` of \`${common.at}\`; both are \`${common.slug}\``,
    'Spell them alike; terms that are not the same need names that differ in letters, digits or symbols'
  )
}

/** A value of a configured taxonomy that is no list of names. */
export function wrongTerms(file: string, place: Place | undefined, taxonomy: string): Diagnostic {
  return {
    code: 'site/wrong-terms',
    severity: 'error',
    reason: `Expected a list of names in \`${taxonomy}\`, as it is a taxonomy of this site`,
    file,
    ...(place === undefined ? {} : {place}),
    hint: `Write \`${taxonomy}: [first, second]\``
  }
}

/** Front matter that the schema of its section refuses. `missing` is what it lacks, with what was probably written for it. */
export function refusedBySchema(
  spot: Spot,
  message: string,
  subject: {
    readonly path: string
    readonly section: string
    readonly missing?: {readonly name: string; readonly near: string | undefined}
  }
): Diagnostic {
  const {path, section, missing} = subject
  return errorAt(
    spot,
    'site/schema',
    `Expected what the schema of \`${section}\` asks of \`${path}\`: ${message}`,
    missing &&
      (missing.near === undefined
        ? `Write \`${missing.name}:\` into the front matter`
        : `Is \`${missing.near}\` to be \`${missing.name}\`?`)
  )
}

/** A schema that answers later: typing front matter is synchronous. */
export function asynchronousSchema(file: string, section: string): Diagnostic {
  return {
    code: 'site/asynchronous-schema',
    severity: 'error',
    reason: `Expected a schema of ${section === '' ? 'pages at the root' : `\`${section}\``} that answers at once, found an asynchronous one`,
    file,
    hint: 'Leave out asynchronous refinements. A refinement or transformation that throws may seem to be one'
  }
}

/** A schema that throws, or whose answer is no mapping of plain data. `problem` is a clause: `it threw …`. */
export function schemaFailed(file: string, section: string, problem: string): Diagnostic {
  return {
    code: 'site/schema-failed',
    severity: 'error',
    reason: `Expected a schema of \`${section}\` that answers with a mapping of plain data, but ${problem}`,
    file
  }
}

/** An `_index.md` that no listing shows. `other` is the one that the listing has instead. */
export function unusedText(file: string, other: string | undefined): Diagnostic {
  return {
    code: 'site/unused-text',
    severity: 'warning',
    reason:
      other === undefined
        ? 'Expected the text of a section, taxonomy or term, found one that belongs to none'
        : `Expected one text for each listing, found another one in \`${other}\``,
    file,
    hint:
      other === undefined
        ? 'The text of a term stands directly below the folder of its taxonomy'
        : 'Keep one of them'
  }
}

/** A text that needs a package in the browser, such as one with a diagram, in a site that does not have it. */
export function missingPackage(file: string, place: Place | undefined, name: string): Diagnostic {
  return {
    code: 'site/missing-package',
    severity: 'warning',
    reason: `Expected the package \`${name}\` for a text that needs it, found none installed`,
    file,
    ...(place === undefined ? {} : {place}),
    hint: `Run \`npm install ${name}\` in the site's folder; until then readers see the source. \`markdown: {${name}: false}\` leaves it code`
  }
}

/** A taxonomy in `feed.terms` that the site does not have. `known` are those that it has. */
export function unknownTaxonomy(spot: Spot, name: string, known: ReadonlyArray<string>): Diagnostic {
  const intended = closest(name, known)
  return warningAt(
    spot,
    'site/unknown-taxonomy',
    `Expected the name of a taxonomy in \`feed.terms\`, found \`${name}\``,
    intended === undefined
      ? `There are ${known.map((word) => `\`${word}\``).join(', ')}`
      : `Did you mean \`${intended}\`?`
  )
}

/** An image that takes long to load. */
export function largeImage(file: string, length: number, max: number): Diagnostic {
  return hintAt(
    {file},
    'site/large-image',
    `Expected an image of at most ${kilobytes(max)}, found ${kilobytes(length)}`,
    'Scale it down to what is shown, or save it as WebP or AVIF; `budgets: {image: …}` sets another limit, in bytes'
  )
}

/** A page that takes long to load by itself. */
export function largePage(file: string, path: string, length: number, max: number): Diagnostic {
  return hintAt(
    {file},
    'site/large-html',
    `Expected a page of at most ${kilobytes(max)}, found ${kilobytes(length)} at \`${path}\``,
    'Parts of a series load faster; `budgets: {html: …}` sets another limit, in bytes'
  )
}

/** Style sheets or scripts that together take long to load, with the first page that loads them. */
export function largeFiles(
  kind: 'css' | 'script',
  {file, path, files}: {readonly file: string; readonly path: string; readonly files: ReadonlyArray<string>},
  length: number,
  max: number
): Diagnostic {
  return hintAt(
    {file},
    kind === 'css' ? 'site/large-css' : 'site/large-script',
    `Expected ${kind === 'css' ? 'style sheets' : 'scripts'} of at most ${kilobytes(max)}, found ${kilobytes(length)} at \`${path}\``,
    `It loads ${files.map((one) => `\`${one}\``).join(', ')}; \`budgets: {${kind}: …}\` sets another limit, in bytes`
  )
}

function kilobytes(bytes: number): string {
  return bytes < 10_000 ? `${bytes} bytes` : `${Math.ceil(bytes / 1000)} KB`
}

/** An article that nothing leads to. */
export function orphan(file: string): Diagnostic {
  return hintAt(
    {file},
    'site/orphan',
    'Expected a text or menu that leads to this article, found lists alone',
    'Link to it from an article that readers of it come from'
  )
}

/** A copied file that nothing leads to. */
export function unusedFile(file: string): Diagnostic {
  return hintAt(
    {file},
    'site/unused-file',
    'Expected a page that shows this file or leads to it, found none',
    'Remove it; where it is asked for from elsewhere, say so with `checks` in the configuration'
  )
}

/** A template or component of the site that nothing is rendered with. */
export function unusedTemplate(file: string, intended: string | undefined): Diagnostic {
  return hintAt(
    {file},
    'site/unused-template',
    'Expected a page that is rendered with this file, found none',
    intended === undefined
      ? 'Remove it; the name and the folder of a template say which pages it is for'
      : `Did you mean \`templates/${intended}.tsx\`? The name and the folder of a template say which pages it is for`
  )
}
