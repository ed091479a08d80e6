/** What stands in for a secret. */
const HIDDEN = '***';

/** Names of parameters that carry secrets; `sshkey` is go-getter's. */
const SECRET = /([?&](?:sshkey|[^=&]*(?:token|secret|password|key|signature|credential)[^=&]*)=)[^&]*/gi;

/** A source as it may be printed: without a password in it, and without parameters that carry secrets. */
export function shownAddress(source: string): string {
  return source
    .replace(/(:\/\/)[^/@?#]*@/, (userinfo, start: string) =>
      /^:\/\/(git|hg)@$/.test(userinfo) ? userinfo : `${start}${HIDDEN}@`,
    )
    .replace(SECRET, `$1${HIDDEN}`);
}
