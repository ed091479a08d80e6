import { byCodePoint } from '../../lib/order.ts';
import type { CostLine, ResourceCost } from '../../model/cost.ts';
import type { EstimateResult } from '../../model/estimate.ts';
import { count } from '../../model/money-text.ts';
import type { UnresolvedModule } from '../../model/resource.ts';
import type { Coverage } from '../../model/result.ts';
import { plural } from '../plural.ts';
import { type Block, type Cell, code, paragraph, type Section } from '../report/document.ts';

type Unknowns = Pick<EstimateResult, 'resources'> & {
  readonly coverage: Pick<Coverage, 'unknownTypes' | 'unresolvedModules'>;
};

/** Hints on modules that are shown: many calls have one cause. */
const MOST_HINTS = 3;

interface OpenLine {
  readonly cost: ResourceCost;
  readonly line: CostLine;
}

/** What is not known, by its reason, the most frequent first: one cause often leaves many lines open. Then what can be done. */
export function unknownSection({ resources, coverage }: Unknowns): Section[] {
  const open = resources.flatMap(({ cost }) =>
    cost.lines.filter(({ monthly }) => monthly === null).map((line): OpenLine => ({ cost, line })),
  );
  const items = grouped(open, ({ line }) => line.reason ?? 'unknown').map(([reason, lines]) =>
    openItem(reason, lines),
  );
  const types = coverage.unknownTypes.map(({ type, count: n }): Cell => [
    code(type),
    `: in no list (${plural(n, 'resource')})`,
  ]);
  const modules = grouped(coverage.unresolvedModules, ({ sourceAddress }) => sourceAddress).map(moduleItem);
  const all = [...items, ...types, ...modules];
  if (all.length === 0) return [];
  const ways = waysOut(open, coverage).map((way): Block => paragraph(way));
  return [{ title: `Not known: ${all.length}`, blocks: [{ kind: 'list', items: all }, ...ways] }];
}

/** Items by a name, the most frequent name first. */
function grouped<T>(items: readonly T[], nameOf: (item: T) => string): [string, [T, ...T[]]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return [...groups].sort(([a, x], [b, y]) => y.length - x.length || byCodePoint(a, b));
}

function openItem(reason: string, open: readonly [OpenLine, ...OpenLine[]]): Cell {
  const [{ cost, line }] = open;
  if (open.length === 1) return [code(cost.address), `: ${line.component}: ${reason}`];
  const resources = new Set(open.map((one) => one.cost)).size;
  const which =
    resources === 1
      ? ['of ', code(cost.address)]
      : [`of ${count(resources)} resources, such as `, code(cost.address)];
  return [`${reason}: ${plural(open.length, 'line')} `, ...which];
}

function moduleItem([sourceAddress, calls]: [string, [UnresolvedModule, ...UnresolvedModule[]]]): Cell {
  const [first] = calls;
  if (calls.length === 1) return [code(first.address), `: the module ${sourceAddress} was not read`];
  return [
    `the module ${sourceAddress} was not read: ${plural(calls.length, 'call')}, such as `,
    code(first.address),
  ];
}

/** What the owner can do, for each kind of reason that there is. */
function waysOut(open: readonly OpenLine[], { unresolvedModules }: Unknowns['coverage']): string[] {
  const reasons = open.map(({ line }) => line.reason ?? '');
  const isLacking = (pattern: RegExp): boolean => reasons.some((reason) => pattern.test(reason));
  const ways = [
    isLacking(/no price in the book|is not in the price book/) &&
      'Prices that the book does not hold: "tollgate prices sync" brings what the lists of the clouds have; your own go under "pricing" in tollgate.yml.',
    isLacking(/^usage \S+ is not set/) &&
      'Usage that is not set: "tollgate usage init" writes a file to fill in.',
    isLacking(/has no value in the sources/) &&
      'Variables without a value: name their files under "projects[].var_files" in tollgate.yml.',
  ].filter((way) => way !== false);
  const hints = new Set(unresolvedModules.flatMap(({ hint }) => hint ?? []));
  return [...ways, ...[...hints].sort(byCodePoint).slice(0, MOST_HINTS)];
}
