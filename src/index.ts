export type {Diagnostic, Place, Severity} from './diagnostics/diagnostic.ts'
export type {Heading} from './model/document.ts'
export type {JsonObject, JsonValue} from './model/json.ts'
export type {Page, PageDate, Section, Term, TermReference} from './model/page.ts'
export type {OrderKey, Selector} from './model/selector.ts'
export type {MenuItem} from './model/site-config.ts'
export type {
  HomeView,
  Html,
  Listing,
  Neighbors,
  NotFoundView,
  PageView,
  Questions,
  SectionView,
  SiteView,
  TaxonomyView,
  Template,
  TermView,
  ViewByKind
} from './model/view.ts'
