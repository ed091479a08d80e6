import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';
import { byCodePoint } from '../../src/lib/order.ts';
import type { ServiceRules } from '../../src/pricing/sync/rules/list-rule.ts';
import type { Machines } from '../../src/pricing/sync/rules/machines.ts';
import type { ListsFile } from '../../src/pricing/sync/rules/price-lists.ts';
import { listProblems, machineProblems } from './lists-check.ts';

const root = new URL('../../catalog/lists/', import.meta.url);
const machineFile = 'google/machine-families.yaml';

/**
 * The text of `catalog/lists.json`. Throws on a file that is not as `schema/price-list-rules.schema.json` says, on a name that
 * nobody defines, and on a machine type whose family has no SKU for one of its parts.
 */
export function compileLists(): string {
  const lists = folders().flatMap((provider) =>
    services(provider).map((service) => readList(provider, service)),
  );
  const machines = readMachines();
  const problems = [
    ...lists.flatMap(listProblems),
    ...(machines === undefined ? [] : machineProblems(machines)),
  ];
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const file: ListsFile = { version: 1, lists, ...(machines === undefined ? {} : { machines }) };
  return `${JSON.stringify(file)}\n`;
}

function readList(provider: string, service: string): ServiceRules {
  const written = readValid(`${provider}/${service}.yaml`, '') as Omit<ServiceRules, 'provider'>;
  if (service === written.service) return { provider, ...written };
  throw new Error(`lists/${provider}/${service}.yaml holds ${written.service}`);
}

function readMachines(): Machines | undefined {
  return existsSync(new URL(machineFile, root))
    ? (readValid(machineFile, '#/$defs/machines') as Machines)
    : undefined;
}

function readValid(file: string, part: string): unknown {
  const written = load(readFileSync(new URL(file, root), 'utf8'), { schema: withMerges });
  const validate = ajv.getSchema(`${schema.$id}${part}`);
  if (validate === undefined) throw new Error(`the schema has no ${part}`);
  if (validate(written) === true) return written;
  throw new Error(`lists/${file}: ${JSON.stringify(validate.errors, null, 2)}`);
}

function folders(): string[] {
  return readdirSync(root).sort(byCodePoint);
}

function services(provider: string): string[] {
  return readdirSync(new URL(`${provider}/`, root))
    .filter((name) => name.endsWith('.yaml') && `${provider}/${name}` !== machineFile)
    .map((name) => name.replace('.yaml', ''))
    .sort(byCodePoint);
}

/** A file may say once what several of its rules want: `<<: *name`. */
const withMerges = CORE_SCHEMA.withTags(mergeTag);

const schemaFile = new URL('../../schema/price-list-rules.schema.json', import.meta.url);
const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as { readonly $id: string };
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
ajv.addSchema(schema);
