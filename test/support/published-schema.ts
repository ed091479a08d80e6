import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import { readAsset } from '../../src/lib/assets.ts';

const schemaOf = (name: string): object =>
  JSON.parse(readAsset(`schema/${name}.schema.json`).toString('utf8')) as object;

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false });
addFormats.default(ajv);
ajv.addSchema(schemaOf('result'));

/** What a JSON text breaks of a published schema, such as `profile-blame`; empty for nothing. */
export function schemaErrors(name: string, text: string): string[] {
  const validate = ajv.getSchema(`${name}.schema.json`) ?? ajv.compile(schemaOf(name));
  if (validate(JSON.parse(text)) === true) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}
