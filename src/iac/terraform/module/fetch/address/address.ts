/** Where a module comes from, by the `source` of its call. `subfolder` is the part behind `//`, `""` without one. */
export type ModuleAddress =
  { readonly kind: 'local' } | RemoteAddress | { readonly kind: 'invalid'; readonly problem: string };

/** An address that leads out of the repository. */
export type RemoteAddress = RegistryAddress | GitAddress | ArchiveAddress | OtherAddress;

/** `namespace/name/provider` in a module registry. */
export interface RegistryAddress {
  readonly kind: 'registry';
  readonly host: string;
  /** `namespace/name/provider` */
  readonly name: string;
  readonly subfolder: string;
}

/** A git repository that is asked over HTTPS. */
export interface GitAddress {
  readonly kind: 'git';
  /** Without user, query and fragment. */
  readonly url: string;
  /** Branch, tag or commit id; undefined: what the remote's HEAD is. */
  readonly ref: string | undefined;
  readonly subfolder: string;
  /** Written for SSH, which is not spoken here. */
  readonly isSsh: boolean;
}

/** An archive behind an HTTPS address. */
export interface ArchiveAddress {
  readonly kind: 'archive';
  readonly url: string;
  readonly format: ArchiveFormat;
  /** `sha256:…` as go-getter writes it. */
  readonly checksum: string | undefined;
  readonly subfolder: string;
}

export type ArchiveFormat = 'zip' | 'tar' | 'tar.gz';

/** Something that is not fetched: S3, Mercurial, an OCI registry, a path of this machine. */
export interface OtherAddress {
  readonly kind: 'other';
  /** What it is, for a sentence. */
  readonly what: string;
}

/** What two calls of the same package have in common: all of an address but the subfolder. */
export function packageKey(address: RegistryAddress | GitAddress | ArchiveAddress): string {
  switch (address.kind) {
    case 'registry':
      return `${address.host}/${address.name}`;
    case 'git':
      return `git::${address.url}${address.ref === undefined ? '' : `?ref=${address.ref}`}`;
    case 'archive':
      return withChecksum(address);
  }
}

/** Files that were held against another checksum, or none, are not those that are asked for. */
function withChecksum({ url, checksum }: ArchiveAddress): string {
  return checksum === undefined ? url : `${url}${url.includes('?') ? '&' : '?'}checksum=${checksum}`;
}
