import type {Phrases} from '../phrases.ts'

export const spanish: Phrases = {
  skipToText: 'Saltar al texto',
  mainMenu: 'Principal',
  footerMenu: 'Pie de página',
  contents: 'Contenido',
  by: 'Por',
  updated: 'Actualizado el',
  readingTime: (duration) => `${duration} de lectura`,
  pagination: 'Páginas',
  pageNumber: (pageNumber) => `Página ${pageNumber}`,
  pageNumberOf: (pageNumber, pageCount) => `Página ${pageNumber} de ${pageCount}`,
  previousPage: 'Página anterior',
  nextPage: 'Página siguiente',
  neighbors: 'Anterior y siguiente',
  previous: 'Anterior',
  next: 'Siguiente',
  older: 'Más antiguo',
  newer: 'Más reciente',
  sections: 'Secciones',
  darkAppearance: 'Colores oscuros',
  editPage: 'Editar esta página',
  breadcrumbs: 'Ruta de la página',
  seriesPart: (part, partCount) => `parte ${part} de ${partCount}`,
  callouts: {
    note: 'Nota',
    info: 'Información',
    tip: 'Consejo',
    important: 'Importante',
    warning: 'Advertencia',
    caution: 'Precaución',
    danger: 'Peligro'
  },
  notFound: 'Página no encontrada',
  notFoundText:
    'No hay ninguna página en esta dirección. Puede que se haya movido o que el enlace sea incorrecto.',
  toHome: 'Ir a la página de inicio',
  details: 'Detalles',
  video: 'Vídeo',
  copy: 'Copiar',
  copied: 'Copiado'
}
