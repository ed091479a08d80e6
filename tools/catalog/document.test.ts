import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const text = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8').replaceAll('\r\n', '\n');

it('the entry that docs/catalog.md shows is the one that runs', () => {
  const shown = /```yaml\n(type: [^`]+)```/.exec(text('docs/catalog.md'))?.[1];
  expect(shown).toBe(text('catalog/aws/aws_ec2_client_vpn_endpoint.yaml'));
});

it.each(Object.keys(specProperties()))('docs/catalog.md explains the value key %s', (key) => {
  expect(text('docs/catalog.md')).toMatch(new RegExp(`\\b${key}\\b`));
});

function specProperties(): Record<string, unknown> {
  const schema = JSON.parse(text('schema/catalog.schema.json')) as {
    $defs: { specObject: { properties: Record<string, unknown> } };
  };
  return schema.$defs.specObject.properties;
}
