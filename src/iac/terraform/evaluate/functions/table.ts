import { ASSUMPTIONS } from './assume.ts';
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
import { TERRAFORM } from './terraform.ts';

/** All functions by name, except those of `SPECIAL`. */
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
  ...ASSUMPTIONS,
  ...PROVIDERS,
  ...TERRAFORM,
};

/** Functions that look at the expressions of their arguments: `call.ts` evaluates them. */
export const SPECIAL = ['can', 'convert', 'try'] as const;

/**
 * Functions whose result depends on time, chance, keys or the machine: always unknown. With the least and the most
 * number of arguments.
 */
export const IMPURE: Readonly<Record<string, readonly [number, number]>> = {
  abspath: [1, 1],
  bcrypt: [1, Infinity],
  pathexpand: [1, 1],
  plantimestamp: [0, 0],
  rsadecrypt: [2, 2],
  timestamp: [0, 0],
  uuid: [0, 0],
};
