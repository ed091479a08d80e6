/** What one request for a price list may take. */
export const REQUEST_LIMITS = {
  /** Redirects, all within the host. */
  redirects: 3,
  /** Times that a request is sent before it is given up. */
  attempts: 5,
  /** Milliseconds until a connection must stand: shorter than what a firewall that swallows packets would make of it. */
  connect: 15_000,
  /** Milliseconds without a byte after which a connection counts as broken. */
  silence: 60_000,
  /** Milliseconds that an answer may take however little it brings, ... */
  grace: 60_000,
  /** ... and bytes on the wire a second that it must bring on average after that ... */
  leastRate: 20_000,
  /** ... and milliseconds that none may take. */
  longest: 60 * 60_000,
  /** Milliseconds before the second attempt; each further pause is twice as long. */
  pause: 1_000,
  /** Milliseconds that a service may ask to wait for (Retry-After); one that wants more is not waited for. */
  longestPause: 120_000,
  /** Bytes of a document in JSON, unpacked. */
  document: 64 * 1024 * 1024,
  /** Bytes of a list, unpacked: ten times the largest of 2026. */
  list: 5 * 1024 * 1024 * 1024,
} as const;

export type RequestLimits = Readonly<Record<keyof typeof REQUEST_LIMITS, number>>;
