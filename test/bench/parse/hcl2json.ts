import { createRequire } from 'node:module';
import { measureRounds } from './worker.ts';

// Required, not imported: its types would bring those of browsers into the whole project.
const require = createRequire(import.meta.url);
const { parse } = require('@cdktf/hcl2json') as {
  parse: (path: string, text: string) => Promise<unknown>;
};

await measureRounds((path, text) => parse(path, text).catch(() => undefined));
