import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PolicyHost } from './abi-host.ts';
import { PolicyError } from './policy-error.ts';
import { tinyModule } from './testdata/tiny-module.ts';

const DENY = 'tollgate/change/probe/deny';
const WARN = 'tollgate/change/probe/warn';
const probe = new Uint8Array(readFileSync(new URL('testdata/probe.wasm', import.meta.url)));

function errorOf(run: () => unknown): PolicyError {
  try {
    run();
  } catch (error) {
    if (error instanceof PolicyError) return error;
    throw error;
  }
  throw new Error('no error was thrown');
}

function echo(host: PolicyHost, json: string): unknown {
  const [elements] = host.evaluate([DENY], `{"values":[${json}]}`) as [{ echo: unknown }[]];
  return elements[0]?.echo;
}

describe('PolicyHost', () => {
  it.each([
    ['text', '"a"', 'a'],
    ['an empty text', '""', ''],
    ['null', 'null', null],
    ['false', 'false', false],
    ['0, which is small', '0', 'small'],
    ['letters beyond ASCII', '"é😀\\u0000"', 'é😀\0'],
    ['an object', '{"a":[1,{"b":2}]}', { a: [1, { b: 2 }] }],
  ])('gives back %s', (_, json, value) => {
    expect(echo(new PolicyHost(probe), json)).toEqual(value);
  });

  it('tells apart decimals that are one double', () => {
    const justAboveOne = '1.00000000000000000000000001';
    expect(Number(justAboveOne)).toBe(1);
    expect(echo(new PolicyHost(probe), '1')).toBe('small');
    // Above 1 and small: the two rules of the probe contradict each other.
    expect(errorOf(() => echo(new PolicyHost(probe), justAboveOne)).message).toBe('var assignment conflict');
  });

  it.each(['null', 'false', '0', '""', '[]', '{}'])(
    'takes %s as an input in which nothing is found',
    (input) => {
      expect(new PolicyHost(probe).evaluate([DENY, WARN], input)).toEqual([[], []]);
    },
  );
});

describe('a PolicyHost that fails', () => {
  it('says where in the Rego a rule contradicts itself', () => {
    const error = errorOf(() => echo(new PolicyHost(probe), '2'));
    expect(error).toMatchObject({
      kind: 'evaluation',
      message: 'var assignment conflict',
      place: { file: 'probe/policy.rego', column: 1 },
    });
    expect(error.place?.line).toBeGreaterThan(10);
  });

  it('works again afterwards', () => {
    const host = new PolicyHost(probe);
    errorOf(() => echo(host, '2'));
    expect(echo(host, '5')).toBe(5);
  });

  it.each(['', '{', '{"values":[1}', 'undefined'])('refuses %j, which is no JSON', (input) => {
    expect(errorOf(() => new PolicyHost(probe).evaluate([DENY], input)).kind).toBe('input');
  });

  it('refuses what nests too deep, as input and as data', () => {
    const deep = '['.repeat(5000) + ']'.repeat(5000);
    expect(errorOf(() => echo(new PolicyHost(probe), deep)).kind).toBe('input');
    expect(
      errorOf(() => {
        new PolicyHost(probe).setData(deep);
      }).kind,
    ).toBe('input');
  });

  it('does not count brackets in texts as depth', () => {
    const brackets = `\\"${'['.repeat(5000)}`;
    expect(echo(new PolicyHost(probe), `"${brackets}"`)).toBe(`"${'['.repeat(5000)}`);
  });

  it('names a rule that is not there', () => {
    expect(errorOf(() => new PolicyHost(probe).evaluate(['a/b'], '{}'))).toMatchObject({
      kind: 'module',
      message: 'The policy module has no rule a/b.',
    });
  });
});

describe('the memory of a PolicyHost', () => {
  it('holds an input that is larger than all before', () => {
    const host = new PolicyHost(probe);
    expect(echo(host, '"a"')).toBe('a');
    const large = 'x'.repeat(3_000_000);
    expect(echo(host, `"${large}"`)).toBe(large);
    expect(echo(host, '"b"')).toBe('b');
  });

  it('grows while a rule works', () => {
    const [pairs] = new PolicyHost(probe).evaluate([WARN], '{"size":150}');
    expect(pairs).toHaveLength(22_500);
  });

  it('is given up at the cap', () => {
    const host = new PolicyHost(probe, 100);
    expect(errorOf(() => host.evaluate([WARN], '{"size":3000}')).kind).toBe('memory');
    expect(errorOf(() => echo(host, `"${'x'.repeat(3_000_000)}"`)).kind).toBe('memory');
    expect(host.evaluate([WARN], '{"size":1}')).toEqual([[[1, 1]]]);
  });
});

describe('a module that does not fit', () => {
  it.each([
    ['is no WebAssembly', new Uint8Array([1, 2, 3]), /not valid WebAssembly/],
    ['imports no memory', tinyModule({ memory: false }), /imports no memory/],
    ['has another ABI', tinyModule({ abiVersion: 2 }), /another ABI version/],
    ['needs a builtin', tinyModule({ builtins: '{"http.send":0}' }), /not there: http.send/],
    ['demands more memory than the cap', tinyModule({ pages: 60_000 }), /too large/],
  ])('is refused when it %s', (_, bytes, message) => {
    const error = errorOf(() => new PolicyHost(bytes));
    expect(error.message).toMatch(message);
  });
});
