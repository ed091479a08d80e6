import { minorDigits } from '../../lib/currency.ts';
import { listMember, member, textMember, type Json, type JsonObject } from '../../lib/json.ts';
import type { Lifecycle, Migration, Rounding, Terms } from '../../model/billing/terms.ts';
import { isTrue, textIn } from './json-access.ts';
import {
  allocationOf,
  commitmentOf,
  discountOf,
  revenueShareOf,
  skuOf,
  taxOf,
  windowOf,
} from './terms-lists.ts';

const DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;

/** The terms of a profile from its resolved JSON, which must fit the schema of snapshots; the lifecycle is not in it. */
export function termsOf(json: JsonObject, lifecycle: Lifecycle): Terms {
  const currency = textIn(json, 'currency');
  const tax = member(json, 'tax');
  return {
    id: textIn(json, 'id'),
    version: textIn(json, 'version'),
    lifecycle,
    environment: textIn(json, 'environment') as Terms['environment'],
    test: isTrue(json, 'test'),
    effective: windowOf(member(json, 'effective')),
    supersedes: textMember(json, 'supersedes') ?? null,
    migration: migrationOf(member(json, 'migration')),
    currency,
    rounding: roundingOf(member(json, 'rounding'), currency),
    cadence: textIn(json, 'cadence') as Terms['cadence'],
    cutoff: milliseconds(textIn(json, 'cutoff')),
    timezone: textIn(json, 'timezone'),
    skus: listMember(json, 'skus').map(skuOf),
    discounts: listMember(json, 'discounts').map(discountOf),
    commitments: listMember(json, 'commitments').map(commitmentOf),
    tax: tax === undefined ? null : taxOf(tax),
    fx: textMember(json, 'fx') ?? null,
    allocation: listMember(json, 'allocation').map(allocationOf),
    revenueShare: listMember(json, 'revenueShare').map(revenueShareOf),
  };
}

/** Who is bound to an earlier version stays with it unless the profile says otherwise. */
function migrationOf(json: Json | undefined): Migration {
  const mode = textMember(json, 'mode');
  if (mode === 'existingFrom') return { mode, date: textIn(json, 'date') };
  return mode === 'all' ? { mode } : { mode: 'newOnly' };
}

function roundingOf(json: Json | undefined, currency: string): Rounding {
  const digits = member(json, 'digits');
  return {
    mode: textIn(json, 'mode') as Rounding['mode'],
    level: textIn(json, 'level') as Rounding['level'],
    digits: typeof digits === 'number' ? digits : (minorDigits(currency) ?? 2),
  };
}

/** Of an ISO 8601 duration of days, hours and minutes. */
function milliseconds(duration: string): number {
  const [days = 0, hours = 0, minutes = 0] = (DURATION.exec(duration) ?? [])
    .slice(1)
    .map((part) => Number(part || 0));
  return ((days * 24 + hours) * 60 + minutes) * 60_000;
}
