/** What fetching modules may take; what is over it is not fetched, and said. */
export const FETCH_LIMITS = {
  /** Redirects that one request follows. */
  redirects: 5,
  /** Milliseconds that one request may take, its body included. */
  request: 60_000,
  /** Milliseconds for all requests of a run. */
  time: 600_000,
  /** Requests of a run. */
  requests: 500,
  /** Bytes of all answers of a run. */
  total: 512 * 1024 * 1024,
  /** Bytes of one answer in JSON. */
  document: 16 * 1024 * 1024,
  /** Bytes of one packed repository or archive. */
  packed: 128 * 1024 * 1024,
  /** Bytes of one repository or archive once unpacked. */
  unpacked: 256 * 1024 * 1024,
  /** Files of one package, and objects of one pack. */
  files: 100_000,
  /** Packages of a run. */
  packages: 200,
} as const;

export type FetchLimits = Readonly<Record<keyof typeof FETCH_LIMITS, number>>;
