import fc from 'fast-check';
import { parseNative } from '../../src/iac/terraform/syntax/parse.ts';
import { SourceText } from '../../src/model/source.ts';
import { checkModule, checkSyntax } from './check.ts';
import type { Seed } from './corpus.ts';
import { mutatedText } from './edits.ts';
import type { Mutant } from './edits.ts';
import { mutatedJson } from './json-edits.ts';
import { wholeModule } from './generated.ts';

/** Files with damage, and JSON files that say something else. */
export function mutated(seeds: readonly Seed[]): fc.Arbitrary<Mutant> {
  const json = seeds.filter(({ name }) => name.endsWith('.json'));
  return fc.oneof({ arbitrary: mutatedText(seeds), weight: 7 }, { arbitrary: mutatedJson(json), weight: 1 });
}

/** Whatever becomes of a file, it is read without a throw, in bounded steps, and so is the module that it stands in. */
export function mutatedFiles(seeds: readonly Seed[]): fc.IPropertyWithHooks<[Mutant]> {
  return fc.property(mutated(seeds), ({ name, bytes }) => {
    checkSyntax(new TextDecoder().decode(bytes));
    checkModule(name, bytes);
  });
}

/** What is in order is read without a diagnostic, and its module is evaluated. */
export const generatedModules: fc.IPropertyWithHooks<[string]> = fc.property(wholeModule, (text) => {
  const [first] = parseNative(new SourceText('main.tf', text)).diagnostics;
  if (first !== undefined) throw new Error(`${first.message} at line ${first.source?.start.line ?? 0}`);
  checkSyntax(text);
  checkModule('main.tf', text);
});
