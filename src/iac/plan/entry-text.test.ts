import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../lib/json.ts';
import { plannedChange } from './change.ts';
import { parseEntry } from './entry-text.ts';

const entry = (actions: readonly string[], before: Json, after: Json, more: object = {}): string =>
  JSON.stringify({
    ...{ address: 'a_b.c', mode: 'managed', type: 'a_b', name: 'c' },
    change: { actions, before, after, after_unknown: {}, ...more },
  });
const parsed = (text: string): Json => parseEntry(Buffer.from(text));
const whole = (text: string): Json => JSON.parse(text) as Json;

describe('parseEntry', () => {
  it('leaves out what an object was that does not change', () => {
    expect(parsed(entry(['no-op'], { size: 1 }, { size: 1 }))).not.toHaveProperty('change.before');
  });

  it.each([
    ['a replacement of what is broken', entry(['delete', 'create'], { size: 1 }, { size: 1 })],
    ['an update that tells the same', entry(['update'], { actions: ['no-op'] }, { actions: ['no-op'] })],
    ['another value', entry(['no-op'], { size: 1 }, { size: 2 })],
    ['a longer value', entry(['no-op'], { size: 1 }, { size: 1, more: 1 })],
    ['an attribute of that name', entry(['no-op'], { before: 1 }, { before: 1 })],
    ['nothing on both sides', entry(['no-op'], null, null)],
    ['an entry without the key', '{"change":{"actions":["no-op"],"after":{}}}'],
    ['keys in a text', '{"a":"\\"before\\":1,\\"after\\":1","change":{"actions":["no-op"],"after":{}}}'],
    ['white space', JSON.stringify(whole(entry(['no-op'], { a: 1 }, { a: 1 })), null, 2)],
  ])('reads all of %s', (_, text) => {
    expect(parsed(text)).toEqual(whole(text));
  });

  it('gives the change that the whole entry gives', () => {
    const key = fc.constantFrom('before', 'after', 'actions', 'no-op', ',"after":', '\\', 'ö');
    const attributes = fc.dictionary(key, fc.jsonValue({ maxDepth: 2 }), { noNullPrototype: true });
    const actions = fc.constantFrom(['no-op'], ['update'], ['create'], ['delete', 'create']);
    fc.assert(
      fc.property(actions, attributes, attributes, fc.boolean(), (words, one, other, isSame) => {
        const text = entry(words, one as Json, (isSame ? one : other) as Json);
        expect(plannedChange(parsed(text))).toEqual(plannedChange(whole(text)));
      }),
    );
  });

  it('refuses what is no JSON', () => {
    expect(() => parsed('{"before":{,"after":{}')).toThrow(SyntaxError);
  });
});
