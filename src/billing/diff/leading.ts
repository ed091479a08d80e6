import { byCodePoint } from '../../lib/order.ts';
import type { LedDifference, ProfileChange, ProfileDifference } from '../../model/profile.ts';
import { strongest } from './bump.ts';
import { NOTATION } from './rules.ts';

/** What a profile takes over from. */
const REFERENCE = /^(?:extends$|rateCard$|taxes$|params\.)/;
/** A whole item of a list that may be taken over; there is nothing to find of any other in the resolved profile. */
const ITEM = /^(?:skus|discounts|commitments|allocation|revenueShare)\[[^\]]*\]$/;

/** A path that a profile may set, and the name to do so by. */
export type Parameter = readonly [name: string, path: string];

/**
 * The differences of a file with the class, step and roles of what they lead to in the resolved profile. A price of a rate card comes
 * with `rateCard`, a row of a tax table with `taxes`, the value of a parameter with `params.x`, all else that is taken over with `extends`; what an own item takes the place
 * of, or leaves to the one taken over, comes with that item. What leads to nothing changes the bytes of a snapshot alone.
 */
export function leadingDifferences(
  change: ProfileChange,
  resolved: readonly ProfileDifference[],
  parameters: readonly Parameter[],
): ProfileDifference[] {
  const own = new Map(change.differences.map((difference) => [difference.path, difference]));
  const direct = new Set(resolved.map(({ kind, path }) => `${kind} ${path}`));
  const led = new Map<ProfileDifference, ProfileDifference[]>();
  for (const found of resolved) {
    const leader = leaderOf(found.path, own, parameters);
    if (leader === undefined) continue;
    const others = led.get(leader);
    if (others === undefined) led.set(leader, [found]);
    else others.push(found);
  }
  return change.differences.map((difference) =>
    isLeader(difference, direct)
      ? leading(difference, led.get(difference) ?? [], isDraft(change))
      : difference,
  );
}

/** The difference of the file that one in the resolved profile follows from; undefined where the file says nothing of it. */
function leaderOf(
  path: string,
  own: ReadonlyMap<string, ProfileDifference>,
  parameters: readonly Parameter[],
): ProfileDifference | undefined {
  const names = parameters.filter(([, set]) => set === path).map(([name]) => `params.${name}`);
  const card = path.startsWith('skus[') ? ['rateCard'] : /^tax\b/.test(path) ? ['taxes'] : [];
  const first = [
    ...[...path.matchAll(/$|\.|\[/g)].map(({ index }) => path.slice(0, index)),
    ...names,
    ...card,
    'extends',
  ];
  return first.map((at) => own.get(at)).find((difference) => difference !== undefined);
}

/** Whether a difference is one of the resolved profile only by what it leads to. */
function isLeader({ path, kind }: ProfileDifference, direct: ReadonlySet<string>): boolean {
  if (REFERENCE.test(path)) return true;
  return kind !== 'changed' && ITEM.test(path) && !direct.has(`${kind} ${path}`);
}

function leading(
  difference: ProfileDifference,
  led: readonly ProfileDifference[],
  draft: boolean,
): ProfileDifference {
  const leadsTo = led.map(({ path, kind, base, head, changeClass }): LedDifference => ({
    ...{ path, kind, base, head, changeClass },
  }));
  const most = mostOf(led);
  const shown = { ...difference, changeClass: most.changeClass, ...(led.length === 0 ? {} : { leadsTo }) };
  if (difference.requiredBump === 'refused') return shown;
  return { ...shown, requiredBump: draft ? 'none' : most.requiredBump, approval: most.approval };
}

/** Class and step of the strongest, and everybody who is to be asked; of none those of a change of notation. */
function mostOf(
  led: readonly ProfileDifference[],
): Pick<ProfileDifference, 'changeClass' | 'requiredBump' | 'approval'> {
  const requiredBump = strongest(led.map((one) => one.requiredBump));
  const strong = led.filter((one) => one.requiredBump === requiredBump);
  const [first] = strong.sort((a, b) => asksAccountable(b) - asksAccountable(a));
  if (first === undefined)
    return { changeClass: NOTATION.changeClass, requiredBump: NOTATION.bump, approval: NOTATION.approval };
  const approval = [...new Set(led.flatMap((one) => one.approval))].sort(byCodePoint);
  return { changeClass: first.changeClass, requiredBump, approval };
}

/** The roles tell which of two classes of one step weighs more: that of what is given away. */
function asksAccountable({ approval }: ProfileDifference): number {
  return approval.includes('accountable') ? 1 : 0;
}

function isDraft({ lifecycle }: ProfileChange): boolean {
  return lifecycle.base === 'draft' && lifecycle.head === 'draft';
}
