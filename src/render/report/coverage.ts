import { byCodePoint } from '../../lib/order.ts';
import { count, money, quantity } from '../../model/money-text.ts';
import type { CheckResult, KnownCounts, SideRef } from '../../model/result.ts';
import type { ResolvedModule } from '../../model/resource.ts';
import type { UnitDelta } from '../../model/unit.ts';
import { plural } from '../plural.ts';
import { type Cell, code, type Inline, joined, type Section } from './document.ts';
import { shortCommit } from './footer.ts';
import { inputItems } from './inputs.ts';
import { knownText, total } from './known.ts';
import { unlistedPrices } from './unlisted-prices.ts';
import { oldPrices } from './price-age.ts';

/** Types, modules and culprits that are named; the others are counted. */
const [NAMED_TYPES, NAMED_MODULES, NAMED_CULPRITS] = [20, 20, 20];

/** What the gate could see, and by which prices. */
export function coverageSection(result: CheckResult): Section {
  const { coverage } = result;
  const { A, B, C, D } = coverage.lines;
  const items: Cell[] = [
    `${plural(coverage.projects, 'project')}, ${plural(coverage.resources, 'resource')} after the change, ${coverage.free} of them free`,
    ...(coverage.projectsSkipped === 0
      ? []
      : [`${plural(coverage.projectsSkipped, 'project')} that the change does not touch, in no total`]),
    ...inputItems(result),
    ...known(coverage.attributes, 'priced attributes'),
    ...culprits(coverage.attributes, 'priced attributes'),
    ...known(coverage.tags, 'tags'),
    ...culprits(coverage.tags, 'tags'),
    `Cost lines by evidence: A ${A} · B ${B} · C ${C} · D ${D}`,
    ...unknownTypes(result),
    ...(coverage.unknownRepetition === 0
      ? []
      : [`${plural(coverage.unknownRepetition, 'resource')} with an unknown number of instances`]),
    ...modules(coverage.resolvedModules ?? []),
    ...(coverage.filesSkipped === 0 ? [] : [`${plural(coverage.filesSkipped, 'file')} skipped`]),
    ...result.units.map((unit) => unitBasis(unit, result.currency)),
    priceBook(result),
    ...oldPrices(result),
    ...unlistedPrices(result),
    ['Compared ', ...side(result.base), ' with ', ...side(result.head)],
  ];
  return { title: 'Coverage and prices', blocks: [{ kind: 'list', items }] };
}

function known(counts: KnownCounts, what: string): Cell[] {
  if (total(counts) === 0) return [];
  const { assumed } = counts;
  const rests =
    assumed === 0 ? '' : ` (${count(assumed)} ${assumed === 1 ? 'rests' : 'rest'} on an assumption)`;
  return [`Known: ${knownText(counts, what)}${rests}`];
}

/** What makes values unknown, in changed resources or not: `var.size (120), data.aws_ami.y.id (3)`. */
function culprits({ culprits: found = [], moreCulprits = 0 }: KnownCounts, what: string): Cell[] {
  if (found.length === 0) return [];
  const named = found
    .slice(0, NAMED_CULPRITS)
    .map(({ culprit, reason, count: n }): Cell => [
      culprit === null ? reason.replaceAll('-', ' ') : code(culprit),
      ` (${count(n)})`,
    ]);
  const rest = found.length - named.length + moreCulprits;
  const more = rest > 0 ? [`and ${count(rest)} more`] : [];
  return [[`Unknown ${what} by what they depend on: `, ...joined([...named, ...more], ', ')]];
}

function unknownTypes(result: CheckResult): Cell[] {
  const types = result.coverage.unknownTypes;
  if (types.length === 0) return [];
  const named = types.slice(0, NAMED_TYPES).map((entry) => [code(entry.type), ` (${entry.count})`]);
  const more = types.length > NAMED_TYPES ? [`and ${types.length - NAMED_TYPES} more`] : [];
  return [['Types in no list: ', ...joined([...named, ...more], ', ')]];
}

/** Which version or commit of each module from elsewhere was read. */
function modules(resolved: readonly ResolvedModule[]): Cell[] {
  const named = resolved
    .slice(0, NAMED_MODULES)
    .map(({ sourceAddress, origin }): Cell => ['Module ', code(sourceAddress), ': ', code(origin)]);
  const more = resolved.length - NAMED_MODULES;
  return more > 0 ? [...named, `${plural(more, 'module')} more from elsewhere`] : named;
}

/** What the figures of a unit rest on: `1,000 orders: 50,000 a month (orders table, as of 2026-10-31), …`. */
function unitBasis({ label, volume, revenue }: UnitDelta, currency: string): string {
  const units =
    volume === null ? 'no monthly volume given' : `${quantity(volume.monthly)} a month (${sourceOf(volume)})`;
  const from = revenue?.source === undefined ? '' : ` (${revenue.source})`;
  const earned =
    revenue === null ? '' : `, revenue ${money(revenue.amount, currency, { fine: true })}${from}`;
  return `${label}: ${units}${earned}`;
}

function sourceOf({ source, asOf }: NonNullable<UnitDelta['volume']>): string {
  return asOf === undefined ? source : `${source}, as of ${asOf}`;
}

function priceBook(result: CheckResult): Cell {
  const { id, asOf } = result.priceBook;
  const dates = Object.entries(asOf)
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([provider, date]) => `${provider} as of ${date}`);
  return ['Price book ', code(shortCommit(id)), dates.length === 0 ? '' : `: ${dates.join(', ')}`];
}

function side(ref: SideRef): Inline[] {
  return ref.commit === null ? [code(ref.ref)] : [code(ref.ref), ' at ', code(shortCommit(ref.commit))];
}
