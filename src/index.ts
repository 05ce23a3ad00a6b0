export {z} from 'zod'
export type {BuildOptions, BuildResult, Progress} from './build/build.ts'
export {build, type FolderOptions} from './build-folder.ts'
export {
  type Config,
  type ConfigContext,
  type ConfigFunction,
  type ContentsRules,
  defineConfig,
  definePlugin,
  type MarkdownRules,
  type MenuEntry,
  type SectionRules,
  type TaxonomyRules
} from './config/define-config.ts'
export type {DeployRules} from './config/deploy-rules.ts'
export type {HeaderRules, HostingRules, RedirectRule} from './config/hosting-rules.ts'
export type {Plugin} from './config/plugin.ts'
export type {RelatedRules} from './config/related-rules.ts'
export type {ThemeRules} from './config/theme-rules.ts'
export type {
  FeedRules,
  ImagesRules,
  LlmsRules,
  ManifestRules,
  RobotsRules,
  SocialImagesRules
} from './config/web-rules.ts'
export type {Diagnostic, Place, Severity} from './diagnostics/diagnostic.ts'
export type {AssetFile, AssetTransform, TransformedAsset} from './model/asset-transform.ts'
export type {AttributeTable, AttributeType, ComponentProps, ComponentView} from './model/component.ts'
export type {DeployConfig} from './model/deploy-config.ts'
export type {Heading} from './model/document.ts'
export type {ImageSize} from './model/fragment.ts'
export type {ImageSource, ShownImage} from './model/image.ts'
export type {JsonObject, JsonValue} from './model/json.ts'
export type {Page, PageDate, Section, Term, TermReference} from './model/page.ts'
export type {ListingOwner, OrderKey, Selector} from './model/selector.ts'
export type {MenuItem} from './model/site-config.ts'
export type {Appearance, SocialLink, ThemeFonts, ThemeOptions} from './model/theme-options.ts'
export type {
  ContentsEntry,
  FeedLink,
  FileLink,
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
