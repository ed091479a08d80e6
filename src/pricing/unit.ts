/** A unit of the book, and how many of it a price is for. */
export interface NormalUnit {
  /** Singular and the smallest natural one: `hour`, `GB-month`, `request`. */
  readonly unit: string;
  /** `10K` is 10000: a price is divided by it. */
  readonly per: number;
}

/**
 * Spellings of units in the clouds' lists (AWS: `Unit`, Azure: `unitOfMeasure`, Google: `usageUnit`), in lower case and without
 * their count, and what the book calls them.
 */
const spellings: Readonly<Record<string, string>> = {
  // time
  h: 'hour',
  hour: 'hour',
  hours: 'hour',
  hr: 'hour',
  hrs: 'hour',
  '/hour': 'hour',
  s: 'second',
  second: 'second',
  seconds: 'second',
  min: 'minute',
  mins: 'minute',
  minute: 'minute',
  minutes: 'minute',
  d: 'day',
  day: 'day',
  days: 'day',
  '/day': 'day',
  mo: 'month',
  month: 'month',
  months: 'month',
  '/month': 'month',
  year: 'year',
  years: 'year',
  '/year': 'year',
  // data
  gb: 'GB',
  gigabytes: 'GB',
  gib: 'GiB',
  giby: 'GiB',
  mb: 'MB',
  mib: 'MiB',
  miby: 'MiB',
  tb: 'TB',
  terabytes: 'TB',
  tib: 'TiB',
  tiby: 'TiB',
  'gb searched': 'GB',
  // data and time
  'gb-mo': 'GB-month',
  'gb-month': 'GB-month',
  'gb/month': 'GB-month',
  'giby.mo': 'GiB-month',
  'gib-month': 'GiB-month',
  'gib/month': 'GiB-month',
  'tiby.mo': 'TiB-month',
  'gb-hours': 'GB-hour',
  'gb-hour': 'GB-hour',
  'gb hour': 'GB-hour',
  'gb hours': 'GB-hour',
  'gb/hour': 'GB-hour',
  'giby.h': 'GiB-hour',
  'gib hour': 'GiB-hour',
  'gib/hour': 'GiB-hour',
  'gb-second': 'GB-second',
  'gb-seconds': 'GB-second',
  'gb second': 'GB-second',
  'lambda-gb-second': 'GB-second',
  'giby.s': 'GiB-second',
  'gib-seconds': 'GiB-second',
  'gib second': 'GiB-second',
  // compute
  'vcpu-hour': 'vCPU-hour',
  'vcpu-hours': 'vCPU-hour',
  'vcpu hour': 'vCPU-hour',
  'vcore-hours': 'vCore-hour',
  'vcpu-seconds': 'vCPU-second',
  'ghz-seconds': 'GHz-second',
  'lcu-hrs': 'LCU-hour',
  'acu-hr': 'ACU-hour',
  'dpu-hour': 'DPU-hour',
  'diu-hours': 'DIU-hour',
  // throughput
  'iops-mo': 'IOPS-month',
  'iops-month': 'IOPS-month',
  'mibps-mo': 'MiBps-month',
  'gibps-mo': 'GiBps-month',
  'mbps-mo': 'MBps-month',
  'alarm-mo': 'alarm-month',
  'metric-mo': 'metric-month',
  'user-mo': 'user-month',
  // things that are counted
  '': 'unit',
  '1': 'unit',
  count: 'unit',
  unit: 'unit',
  units: 'unit',
  quantity: 'unit',
  request: 'request',
  requests: 'request',
  operation: 'operation',
  operations: 'operation',
  transaction: 'transaction',
  transactions: 'transaction',
  call: 'call',
  calls: 'call',
  query: 'query',
  queries: 'query',
  event: 'event',
  events: 'event',
  message: 'message',
  messages: 'message',
  invocation: 'invocation',
  invocations: 'invocation',
  record: 'record',
  records: 'record',
  token: 'token',
  tokens: 'token',
  image: 'image',
  images: 'image',
  notification: 'notification',
  notifications: 'notification',
  push: 'push',
  pushes: 'push',
  email: 'email',
  emails: 'email',
  user: 'user',
  users: 'user',
  version: 'version',
  versions: 'version',
  rotation: 'rotation',
  rotations: 'rotation',
  ru: 'RU',
  'ru/s': 'RU-per-second',
};

/**
 * What the book calls a unit, and the count that stands before it: `10K operations`, `1 GB/Month`, `100 Hours`, `1M`.
 * A count without a word (`10K`) is one of operations, as Azure's lists mean it. Undefined for a unit that nobody has named.
 */
export function normalUnit(text: string): NormalUnit | undefined {
  const match = /^(\d+(?:\.\d+)?)?([kKmM](?![a-zA-Z]))?\s*(.*)$/.exec(text.trim());
  const [, count, thousands, rest = ''] = match ?? [];
  const word = rest.trim().toLowerCase();
  const per = Number(count ?? 1) * (thousands === undefined ? 1 : /k/i.test(thousands) ? 1e3 : 1e6);
  if (word === '' && count === undefined) return undefined;
  if (word === '' && per > 1) return { unit: 'operation', per };
  if (word === '/month' && per > 1) return { unit: 'operation-month', per };
  const unit = spellings[word];
  return unit === undefined || !Object.hasOwn(spellings, word) ? undefined : { unit, per };
}
