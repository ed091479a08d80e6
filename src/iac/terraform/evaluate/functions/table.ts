import { COLLECTIONS } from './collections.ts';
import { CONVERSION } from './conversion.ts';
import { DATE } from './date.ts';
import type { FunctionTable } from './definition.ts';
import { ENCODING } from './encoding.ts';
import { FILES } from './files.ts';
import { FORMAT } from './format.ts';
import { HASH } from './hash.ts';
import { LISTS } from './lists.ts';
import { NETWORK } from './network.ts';
import { NUMERIC } from './numeric.ts';
import { PROVIDERS } from './providers.ts';
import { REGEX } from './regex.ts';
import { SETS } from './set-functions.ts';
import { STRINGS } from './strings.ts';

/** All functions by name, except `try` and `can`, which do not evaluate their arguments first. */
export const FUNCTIONS: FunctionTable = {
  ...STRINGS,
  ...FORMAT,
  ...REGEX,
  ...COLLECTIONS,
  ...LISTS,
  ...SETS,
  ...NUMERIC,
  ...ENCODING,
  ...DATE,
  ...HASH,
  ...FILES,
  ...NETWORK,
  ...CONVERSION,
  ...PROVIDERS,
};

/** Functions whose result depends on time, chance, keys or the machine: always unknown. */
export const IMPURE: ReadonlySet<string> = new Set([
  'abspath',
  'bcrypt',
  'pathexpand',
  'plantimestamp',
  'rsadecrypt',
  'timestamp',
  'uuid',
]);
