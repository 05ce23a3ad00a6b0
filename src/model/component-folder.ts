/** Folder below `templates/` whose files articles call by name. */
export const componentFolder = 'components/'
