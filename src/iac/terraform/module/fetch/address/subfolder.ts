/** An address without its subfolder, and that subfolder without leading and trailing slashes. */
export interface SplitAddress {
  readonly address: string;
  readonly subfolder: string;
}

/**
 * Splits `address//sub/folder?query`: the subfolder begins at the first `//` that is not the one of `://`, and ends where
 * the query begins, which belongs to the address (go-getter, `SourceDirSubdir`).
 */
export function splitSubfolder(source: string): SplitAddress {
  const query = source.indexOf('?');
  const path = query === -1 ? source : source.slice(0, query);
  const scheme = path.indexOf('://');
  const at = path.indexOf('//', scheme === -1 ? 0 : scheme + 3);
  if (at === -1) return { address: source, subfolder: '' };
  return {
    address: path.slice(0, at) + (query === -1 ? '' : source.slice(query)),
    subfolder: path.slice(at).replace(/^\/+|\/+$/g, ''),
  };
}

/** The folder that a subfolder names in its package; undefined when it leads out of it. */
export function normalSubfolder(subfolder: string): string | undefined {
  const parts: string[] = [];
  for (const part of subfolder.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
