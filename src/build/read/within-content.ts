import type {Host} from '#src/model/host.ts'

/** A host for texts of strangers: what such a text names is looked for where contributions lie and what was fetched for the
 * site, and nowhere else. */
export function withinContent(host: Host): Host {
  return {
    ...host,
    locate: async (path) =>
      /^(?:content|public|vendor)\//.test(path) ? host.locate(path) : {kind: 'outside'}
  }
}
