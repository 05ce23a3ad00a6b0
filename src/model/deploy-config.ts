/** A folder of this machine, or one that it reaches as such. */
export interface FolderSettings {
  readonly to: 'folder'
  /** Absolute, or relative to the site's root. */
  readonly path: string
}

/** A branch of a git repository: GitHub Pages and its like. */
export interface GitSettings {
  readonly to: 'git'
  /** Default: `gh-pages`. */
  readonly branch?: string
  /** Name of a remote, or the address or path of a repository. Default: `origin`. */
  readonly remote?: string
  /** Domain of the site, for the file `CNAME`. Default: what is there. */
  readonly domain?: string
}

/** A folder of a machine that is reached by ssh. */
export interface RsyncSettings {
  readonly to: 'rsync'
  /** As rsync takes it: `user@example.org:/var/www/site`. */
  readonly destination: string
  /** Arguments of ssh, one by one: `['-p', '2222']`. Default: none. */
  readonly ssh?: ReadonlyArray<string>
}

/** A bucket of S3, or of a service that speaks its language. */
export interface S3Settings {
  readonly to: 's3'
  readonly bucket: string
  /** Folder in the bucket, without slashes at its ends. Default: the bucket itself. */
  readonly prefix?: string
  /** Default: what the environment says. */
  readonly region?: string
  /** Address of a service that is not Amazon's: `https://s3.example.org`. */
  readonly endpoint?: string
  /** Whether the bucket is the first part of the path rather than of the host's name. Default: false. */
  readonly forcePathStyle?: boolean
}

/** Where a site is deployed to. What is secret is no part of it. */
export type DeployConfig = FolderSettings | GitSettings | RsyncSettings | S3Settings
