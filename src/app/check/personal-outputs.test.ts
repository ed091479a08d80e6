import { expect, it } from 'vitest';
import { base, BEFORE, NOW, withSnapshots } from '../../../test/golden/billing-rules/repository.ts';
import { allOutputs } from '../../../test/support/all-outputs.ts';

/** Numbers that pay schemes give out for tests, and an address and a key of examples. */
const CARD = '4111111111111111';
const IBAN = 'DE89370400440532013000';
const MAIL = 'joe.doe@secretmail.com';
const KEY = 'AKIAIOSFODNN7EXAMPLE';
const PRIVATE = '"-----BEGIN PRIVATE KEY-----\\nMIIEvQIBADANBgkq"';
const PROFILE = 'billing/profiles/standard.yaml';
const TELLING = /.{0,40}(?:4111 ?1111 ?1111|893704004405|secretmail|IOSFODNN7|MIIEvQ)/u;

it('shows personal data of billing files in no output, whether they can be read or not', async () => {
  const before = withSnapshots(base, BEFORE);
  const extension = `x-card: '4111 1111 1111 1111'\nx-iban: ${IBAN}\nx-more: { '${MAIL}': [${PRIVATE}] }\nx-key: ${KEY}\n`;
  const named = (before[PROFILE] ?? '').replace('name: Standard\n', `name: ${MAIL}\n${extension}`);
  const binding = `  - { type: tenant, id: ${CARD}, profile: standard@1.2.0, from: 2026-06-01T00:00:00Z }\n`;
  const bindings = `${before['billing/bindings/prod.yaml'] ?? ''}${binding}`;
  const unit = `kind: UnitDefinition\nschemaVersion: 1\nid: ua\nversion: ${MAIL}\nmeter: ${CARD}\nper: '${IBAN}'\n${MAIL}: 1\n`;
  const files = {
    [PROFILE]: named,
    'billing/bindings/prod.yaml': bindings,
    'billing/units/a.yaml': unit,
    'billing/fx/more.yaml': `kind: FxTable\nschemaVersion: 1\nid: ${KEY}\n`,
  };
  const outputs = await allOutputs(before, files, NOW);
  expect([...outputs].map(([format, text]) => [format, TELLING.exec(text)?.[0]])).toEqual(
    [...outputs.keys()].map((format) => [format, undefined]),
  );
  expect(outputs.get('json')).toMatch(/card number[^]*41…11/u);
});
