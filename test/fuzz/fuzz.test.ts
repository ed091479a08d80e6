import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson, parseNative } from '../../src/iac/terraform/syntax/parse.ts';
import { SourceText } from '../../src/model/source.ts';
import { corpus, snippets } from './corpus.ts';
import { pieces } from './edits.ts';
import { checkPlaces } from './places.ts';
import { checkPrint } from './print.ts';
import { mutatedJson } from './json-edits.ts';
import { generatedModules, mutatedFiles } from './properties.ts';

const seeds = [...corpus(), ...snippets];
const seed = 20260101;

describe('files', () => {
  it('of this repository are what their trees say', () => {
    expect(seeds.length).toBeGreaterThan(100);
    for (const { name, text } of seeds) {
      if (name.endsWith('.json')) checkPlaces(parseJson(new SourceText(name, text)));
      else checkPrint(parseNative(new SourceText(name, text)));
    }
  });

  it('with damage are read and evaluated without a throw', () => {
    fc.assert(mutatedFiles(seeds), { numRuns: 1750, seed });
  });

  it('that are generated are in order, and evaluated without a throw', () => {
    fc.assert(generatedModules, { numRuns: 250, seed });
  });

  it('give the same tree each time', () => {
    fc.assert(
      fc.property(mutatedJson(seeds.filter(({ name }) => name.endsWith('.json'))), ({ bytes }) => {
        const text = new TextDecoder().decode(bytes);
        const [first, second] = [1, 2].map(() => parseJson(new SourceText('main.tf.json', text)));
        expect(second?.body).toEqual(first?.body);
        expect(second?.diagnostics).toEqual(first?.diagnostics);
      }),
      { numRuns: 50, seed },
    );
  });

  it('keep a sound block that follows damage in the block before it', () => {
    // What opens a comment takes all that follows along.
    const tokens = pieces.filter((piece) => piece !== '/*');
    fc.assert(
      fc.property(fc.constantFrom(...tokens), fc.nat(59), (token, at) => {
        const damaged = 'resource "a" "b" {\n  x = [1, f("y", { z = 1 })]\n  n {\n  }\n}\n';
        const text = `${damaged.slice(0, at)}${token}${damaged.slice(at)}locals {\n  sound = 1\n}\n`;
        const { body } = parseNative(new SourceText('main.tf', text));
        const last = body.blocks.at(-1);
        expect([last?.type, last?.body.attributes.map(({ name }) => name)]).toEqual(['locals', ['sound']]);
      }),
      { numRuns: 1000, seed },
    );
  });
});
