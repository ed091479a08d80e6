import type { RepeatedBy } from '../../../../model/resource.ts';
import { fingerprint } from '../../../diff/fingerprint.ts';
import type { Expansion } from './instance-key.ts';
import type { Caller } from './module-instance.ts';

/** What decides how many instances there are, where it does not tell: of the block, then of the modules around it, outwards. */
export function repeatedBy(expansion: Expansion, isInDoubt: boolean, caller?: Caller): readonly RepeatedBy[] {
  const found: RepeatedBy[] = [];
  const note = ({ by }: Expansion, prefix: string): void => {
    if (by !== undefined) found.push({ path: prefix + by.name, value: by.value });
  };
  if (isInDoubt) note(expansion, '');
  for (let at = caller; at !== undefined; at = at.module.caller) {
    if (at.inDoubt) note(at.call.expansion, `${at.call.address}.`);
  }
  return found;
}

/** A text that is equal on two sides when nothing that can be told of the number of instances differs. */
export function repetitionText(all: readonly RepeatedBy[]): string {
  return JSON.stringify(all.map(({ path, value }) => [path, fingerprint(value)]));
}
