import { describe, expect, it } from 'vitest';

import { readYaml } from '../../config/yaml/read.ts';
import { SourceText } from '../../model/source.ts';
import { personalData } from './personal-data.ts';

/** `kind masked line:column` of each find. */
function found(text: string): string[] {
  const { root } = readYaml(new SourceText('billing/profiles/a.yaml', text));
  if (root === undefined) throw new Error('not YAML');
  return personalData(root).map(
    ({ kind, masked, source: { start } }) => `${kind} ${masked} ${start.line}:${start.column}`,
  );
}

// Put together here, so that no scanner takes this file for a leak.
const KEY = ['AKIA', 'IOSFODNN7EXAMPLE'].join('');
const TOKEN = ['ghp', 'a'.repeat(36)].join('_');

describe('personal data', () => {
  it.each<[string, string]>([
    ['note: 4111 1111 1111 1111', 'card number 41…11 1:7'],
    ['note: "3782-822463-10005"', 'card number 37…05 1:8'],
    ["note: 'pay with 5555555555554444.'", 'card number 55…44 1:17'],
    ['note: DE89 3704 0044 0532 0130 00', 'IBAN DE…00 1:7'],
    ['note: GB82WEST12345698765432', 'IBAN GB…32 1:7'],
    ['a: 1\nnote: write to jane.doe+bills@mail.example.com please', 'e-mail address ja…om 2:16'],
    ['note: -----BEGIN RSA PRIVATE KEY-----', 'private key --…-- 1:7'],
    [`note: ${KEY}`, 'API key AK…LE 1:7'],
    [`note: ${TOKEN}`, 'API key gh…aa 1:7'],
    ['note: VAT DE123456789', 'tax id DE…89 1:11'],
    ['note: 123-45-6789', 'tax id 12…89 1:7'],
    ['a: 1 # jane@example.com', 'e-mail address ja…om 1:8'],
    ['jane@example.com: 1', 'e-mail address ja…om 1:1'],
    ['note: "jane\\u0040example.com"', 'e-mail address ja…om 1:7'],
    ['note: "4111.1111.1111.1111"', 'card number 41…11 1:8'],
    ['note: 4111/1111/1111/1111', 'card number 41…11 1:7'],
    ['note: "3782_822463_10005"', 'card number 37…05 1:8'],
    ['note: 4111\u00a01111\u00a01111\u00a01111', 'card number 41…11 1:7'],
    ['note: ４１１１１１１１１１１１１１１１', 'card number 41…11 1:7'],
    ['note: Visa4111111111111111', 'card number 41…11 1:11'],
    ['note: 4111111111111111abc', 'card number 41…11 1:7'],
    ['note: de89370400440532013000', 'IBAN de…00 1:7'],
    ['note: DE89-3704-0044-0532-0130-00', 'IBAN DE…00 1:7'],
    ['note: jane.doe＠example.org', 'e-mail address ja…rg 1:7'],
    ['note: >-\n  4111 1111\n  1111 1111', 'card number 41…11 2:1'],
  ])('is found in %j', (text, expected) => {
    expect(found(text)).toContain(expected);
  });

  it.each([
    ["unit: '4111111111111111.5'"],
    ["upTo: '1000000000000'"],
    ["upTo: '4111111111111112'"],
    ['id: 550e8400-e29b-41d4-a716-446655440000'],
    ['id: t-4111111111111111'],
    ["id: '123456789012'"],
    ['at: 2026-01-01T00:00:00Z'],
    ['sha256: d6328984e1bdec110c6c857d0285a94b95fd6c03c1b2f5d5902696e2a7aacc59'],
    ['profile: standard@1.2.0'],
    ['profile: standard@1.2.0-rc.1'],
    ["owner: '@example/finance'"],
    ['note: DE00 3704 0044 0532 0130 00'],
    ['zip: 000-12-3456'],
    ['note: x4111111111111112'],
    ['note: 4111.1111.1111.1111.5'],
    ['id: de89e840-e29b-41d4-a716-446655440000'],
    ['note: de89370400440532013001'],
    ['note: ad12 3704 0044 0532 0130 00'],
    ['note: 9999999999999999'],
  ])('is not seen in %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('never prints the whole of it', () => {
    const text = `a: 4111 1111 1111 1111\nb: jane@example.com\nc: ${KEY}`;
    expect(found(text).join()).not.toMatch(/1111 1|jane|IOSF/);
  });

  it('takes hostile texts in its stride', () => {
    const long = ['eyJ-', 'a@', '1 ', 'AB12 ', 'ab12-', '1111.', 'a1', '４', '-----BEGIN A '].map(
      (part, index) => `k${index}: "${part.repeat(18_000)}"`,
    );
    expect(found(long.join('\n')).length).toBeLessThanOrEqual(50);
    expect(found(`a: [${'jane@example.com, '.repeat(80)}]`)).toHaveLength(50);
  });
});
