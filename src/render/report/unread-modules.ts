import type { UnresolvedModule } from '../../model/resource.ts';
import type { CheckResult } from '../../model/result.ts';
import { plural } from '../plural.ts';
import { type Cell, code, place, type Section } from './document.ts';

/** Modules that were not read, one item for each source and reason: many roots may call the same one. */
export function unreadModules({ coverage }: CheckResult): Cell[] {
  return groups(coverage.unresolvedModules).map(([first, ...others]) =>
    others.length === 0
      ? callItem(first)
      : [
          code(first.sourceAddress),
          `, ${plural(others.length + 1, 'call')}, such as `,
          place(first.source),
          ' ',
          code(first.address),
          `: ${first.reason}`,
        ],
  );
}

/** The calls that `unreadModules` only counts, each place once; null without any. */
export function unreadCallsSection({ coverage }: CheckResult): Section | null {
  const counted = groups(coverage.unresolvedModules).filter(({ length }) => length > 1);
  const byText = new Map(
    counted.flat().map((call) => [JSON.stringify([call.address, call.sourceAddress, call.source]), call]),
  );
  if (byText.size === 0) return null;
  const items = [...byText.values()].map(callItem);
  return {
    title: `Modules that were not read: ${plural(items.length, 'call')}`,
    blocks: [{ kind: 'list', items }],
  };
}

type Group = [UnresolvedModule, ...UnresolvedModule[]];

/** In the order of the first of each. */
function groups(modules: readonly UnresolvedModule[]): readonly Group[] {
  const found = new Map<string, Group>();
  for (const call of modules) {
    const key = JSON.stringify([call.sourceAddress, call.reason]);
    const group = found.get(key);
    if (group === undefined) found.set(key, [call]);
    else group.push(call);
  }
  return [...found.values()];
}

function callItem({ source, address, sourceAddress, reason }: UnresolvedModule): Cell {
  return [place(source), ' ', code(address), ' from ', code(sourceAddress), `: ${reason}`];
}
