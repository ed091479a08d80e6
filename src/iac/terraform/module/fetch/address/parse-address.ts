import type { ArchiveFormat, GitAddress, ModuleAddress } from './address.ts';
import { registryAddress } from './registry-address.ts';
import { normalSubfolder, splitSubfolder } from './subfolder.ts';

/** A longer source is no address. */
const LONGEST = 2048;

/** Getters that are told and not fetched. */
const OTHERS: Readonly<Record<string, string>> = {
  s3: 'an S3 bucket',
  gcs: 'a Google Cloud Storage bucket',
  hg: 'a Mercurial repository',
  oci: 'an OCI registry',
  file: 'a path of the machine',
};

/**
 * What the `source` of a module call names. Rules: Terraform and OpenTofu, "Module Sources", and go-getter, whose
 * shorthands for github.com, bitbucket.org and `user@host:path` they use. A module registry goes before all of these.
 */
export function parseAddress(source: string): ModuleAddress {
  if (source.length > LONGEST || /[\0-\x20\x7f]/.test(source)) {
    return invalid('The source is no address: it is too long, or has blanks or control characters.');
  }
  if (/^\.\.?(\/|$)/.test(source)) return { kind: 'local' };
  return registryAddress(source) ?? remoteAddress(source);
}

function remoteAddress(source: string): ModuleAddress {
  const [, getter, rest = source] = /^([A-Za-z0-9]+)::(.+)$/s.exec(source) ?? [];
  const { address, subfolder } = splitSubfolder(rest);
  const folder = normalSubfolder(subfolder);
  if (folder === undefined) return invalid('The part behind "//" leads out of the package.');
  const forced = getter?.toLowerCase();
  const other = OTHERS[forced ?? ''] ?? OTHERS[/^([a-z0-9]+):\/\//i.exec(address)?.[1]?.toLowerCase() ?? ''];
  if (other !== undefined) return { kind: 'other', what: other };
  if (forced === 'git') return gitAddress(address, folder);
  if (forced !== undefined && forced !== 'https' && forced !== 'http') {
    return invalid(`There is no way "${forced}::" to get a module.`);
  }
  const [host = ''] = address.split('/');
  if (host === 'github.com' || host === 'bitbucket.org') return shorthand(address, folder);
  if (/^[^/@]+@[^/:]+:/.test(address)) return gitAddress(address, folder);
  if (/^https?:\/\//i.test(address)) return archiveAddress(address, folder);
  if (address.startsWith('/')) return { kind: 'other', what: 'a path of the machine' };
  return invalid('The source is neither a path that begins with ./ or ../ nor an address that is known.');
}

/** `github.com/owner/name`, `bitbucket.org/owner/name`. */
function shorthand(address: string, subfolder: string): ModuleAddress {
  const [path = ''] = address.split('?');
  if (path.replace(/\/$/, '').split('/').length !== 3) {
    return invalid(
      'An address of github.com or bitbucket.org is HOST/OWNER/NAME; a folder in it stands behind "//".',
    );
  }
  const suffix = /\.git\/?$/.test(path) ? '' : '.git';
  return gitAddress(`https://${path.replace(/\/$/, '')}${suffix}${address.slice(path.length)}`, subfolder);
}

function gitAddress(address: string, subfolder: string): ModuleAddress {
  const [, scpHost, scpPath] = /^(?:[^/@:]+@)([^/:]+):\/?(?!\/)(.+)$/.exec(address) ?? [];
  if (scpHost !== undefined && scpPath !== undefined && !address.includes('://')) {
    return gitUrl(parseUrl(`ssh://${scpHost}/${scpPath}`), subfolder);
  }
  // `git::github.com/owner/name` is the shorthand, too.
  if (/^(github\.com|bitbucket\.org)\//.test(address)) return shorthand(address, subfolder);
  return gitUrl(parseUrl(address), subfolder);
}

function gitUrl(url: URL | undefined, subfolder: string): GitAddress | ModuleAddress {
  if (url === undefined) return invalid('The address of the git repository cannot be understood.');
  const isSsh = url.protocol === 'ssh:';
  if (!isSsh && url.protocol !== 'https:') return notHttps();
  const ref = url.searchParams.get('ref') ?? '';
  if (!isRef(ref)) return invalid('The "ref" of the address is no name of a branch, tag or commit.');
  // A port of SSH is none of HTTPS.
  const place = isSsh ? url.hostname : url.host;
  const plain = `https://${place}${url.pathname.replace(/\/+$/, '')}`;
  return { kind: 'git', url: plain, ref: ref === '' ? undefined : ref, subfolder, isSsh };
}

/** As `git check-ref-format` has it, and safe in a line of the protocol. */
function isRef(ref: string): boolean {
  return !/[\0-\x20\x7f~^:?*[\\]|\.\.|@\{|^[-/]|\/$|\.$|\.lock$/.test(ref) && ref.length <= 255;
}

function archiveAddress(address: string, subfolder: string): ModuleAddress {
  const url = parseUrl(address);
  if (url === undefined) return invalid('The address cannot be understood.');
  if (url.protocol !== 'https:') return notHttps();
  const named = url.searchParams.get('archive');
  const format = archiveFormat(named === null ? url.pathname : `.${named}`);
  if (format === undefined) {
    return invalid(
      'The address names no archive: it ends neither in .zip, .tar.gz, .tgz nor .tar, and has no "?archive=".',
    );
  }
  const checksum = url.searchParams.get('checksum') ?? undefined;
  for (const name of ['archive', 'checksum']) url.searchParams.delete(name);
  [url.username, url.password, url.hash] = ['', '', ''];
  return { kind: 'archive', url: url.href, format, checksum, subfolder };
}

function archiveFormat(name: string): ArchiveFormat | undefined {
  if (name.endsWith('.zip')) return 'zip';
  if (name.endsWith('.tar.gz') || name.endsWith('.tgz')) return 'tar.gz';
  return name.endsWith('.tar') ? 'tar' : undefined;
}

function parseUrl(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url === undefined || url.hostname === '' ? undefined : url;
}

function notHttps(): ModuleAddress {
  return invalid('Modules are fetched over HTTPS only.');
}

function invalid(problem: string): ModuleAddress {
  return { kind: 'invalid', problem };
}
