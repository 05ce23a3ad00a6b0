/** Name of the folder, within the output folder, in which files wait to be published: no file of the site may lie there. */
export const stagingName = '.galley-staging'
