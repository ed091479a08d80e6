import { parse } from '@cdktf/hcl2json';
import { measureRounds } from './worker.ts';

await measureRounds((path, text) => parse(path, text).catch(() => undefined));
