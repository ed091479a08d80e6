import { createHash } from 'node:crypto';
import { fingerprint } from '../../../diff/fingerprint.ts';
import type { Declaration, Located } from '../source/declaration.ts';
import { evaluateArgument } from './body.ts';
import type { Expansion } from './instance-key.ts';
import type { ModuleInstance } from './module-instance.ts';
import { repeatedBy, repetitionText } from './repeated-by.ts';

/** Arguments that say how often a module is called and after what, not with what. */
const SEPARATE = new Set(['count', 'for_each', 'depends_on']);

/**
 * A digest of all that a module call passes on: source, version, providers and arguments, for each of its instances, and of what
 * decides how many those are, where that is unknown. Equal on two sides when nothing that can be told of it differs.
 */
export function callFingerprint(caller: ModuleInstance, call: Declaration, expansion: Expansion): string {
  const { keys } = expansion;
  const isInDoubt = keys.some(({ doubt }) => doubt !== undefined);
  const written = [...call.attributes].filter(([name]) => !SEPARATE.has(name));
  const hash = createHash('sha256');
  hash.update(repetitionText(repeatedBy(expansion, isInDoubt, caller.caller)));
  for (const key of keys) {
    hash.update(JSON.stringify([key.suffix, key.doubt]));
    for (const [name, located] of written) {
      const content =
        name === 'providers'
          ? textOf(located)
          : fingerprint(evaluateArgument(caller, located.source, located.attribute.value, key.bindings));
      hash.update(JSON.stringify([name, content]));
    }
  }
  return hash.digest('hex');
}

function textOf({ source, attribute: { value } }: Located): string {
  return source.text.slice(value.start, value.end).replace(/\s+/g, ' ');
}
