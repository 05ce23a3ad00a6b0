import type {DeployConfig} from '#src/model/deploy-config.ts'

/** Where `galley deploy` takes the site to. */
export interface DeployRules {
  /** A branch of a git repository, a folder, a machine that is reached by ssh, or a bucket. Default: what the command line says. */
  readonly deploy?: DeployConfig
}
