/** What stands in for a secret. */
const HIDDEN = '***';

/** Parameters of a source that tell what is meant; all others may carry a secret, such as the signature of a storage address. */
const PLAIN = new Set(['archive', 'checksum', 'depth', 'digest', 'ref', 'rev', 'tag', 'version']);

/** A source as it may be printed: without a password in it, and without the values of parameters that may carry secrets. */
export function shownAddress(source: string): string {
  return source
    .replace(/(:\/\/)[^/@?#]*@/, (userinfo, start: string) =>
      /^:\/\/(git|hg)@$/.test(userinfo) ? userinfo : `${start}${HIDDEN}@`,
    )
    .replace(/^((?:[a-z0-9]+::)?)[^/@:?#]+:[^/@?#]*@/i, `$1${HIDDEN}@`)
    .replace(/([?&])([^=&#]*)=([^&#]*)/g, (parameter, mark: string, name: string) =>
      PLAIN.has(name.toLowerCase()) ? parameter : `${mark}${name}=${HIDDEN}`,
    );
}
