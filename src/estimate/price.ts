import type { Price } from '../model/cost.ts';
import type { PriceBook } from '../pricing/book.ts';
import type { Component } from './catalog/entry.ts';
import { type Basis, CERTAIN, clip, joinBasis, type Reading } from './evaluate/reading.ts';
import type { Scope } from './evaluate/scope.ts';
import { fillKey } from './evaluate/template.ts';
import { whyMissing } from './missing-price.ts';
import { regionOfPrice } from './region.ts';
import { officialSpelling } from './spelling.ts';

/** Where a component's price is looked up. */
export interface PlaceOfPrice {
  readonly book: PriceBook;
  readonly provider: string;
  readonly service: string;
  /** The resource's region; a component may name another. */
  readonly region: Reading;
  /** What costs will be shown in; amounts in another are named. Left out: that of the book. */
  readonly currency?: string | undefined;
}

/** The one price of a component, or why there is none; `candidates` are prices that it may turn out to be. */
export type PriceFound =
  | { readonly kind: 'price'; readonly price: Price; readonly basis: Basis }
  | {
      readonly kind: 'none';
      readonly reason: string;
      readonly candidates: readonly { readonly text: string; readonly price: Price }[];
    };

/** Looks up a component's price. Exactly one match is a price; none or several is a reason with what was asked. */
export function findPrice(component: Component, scope: Scope, place: PlaceOfPrice): PriceFound {
  const where = regionOfPrice(component, scope, place.region);
  if (where.kind !== 'text') return none(regionProblem(where));
  const region = where.text;
  const service = component.service ?? place.service;
  const ask = (parts: readonly (string | null)[]): Price[] => {
    if (parts.includes(null)) return place.book.query({ provider: place.provider, service, region, parts });
    const find = (key: string): Price | undefined =>
      place.book.find({ provider: place.provider, service, region, key });
    const price = find(parts.join('|')) ?? find(officialSpelling({ ...place, service, parts }).join('|'));
    return price === undefined ? [] : [price];
  };
  const key = fillKey(component.price ?? '', scope);
  if (key.kind === 'unknown') {
    const candidates = key.candidates.flatMap(({ text, parts }) =>
      ask(parts).flatMap((price) => (price.unit === component.unit ? [{ text, price }] : [])),
    );
    return { kind: 'none', reason: key.reason, candidates };
  }
  const prices = ask(key.parts);
  const [price] = prices;
  if (price !== undefined && prices.length === 1) {
    if (price.unit !== component.unit) return none(otherUnit(price, component.unit));
    return { kind: 'price', price, basis: joinBasis(joinBasis(key.basis, where.basis), basisOf(price)) };
  }
  if (price === undefined) {
    const parts = officialSpelling({ ...place, service, parts: key.parts });
    return none(whyMissing({ ...place, service, region, template: component.price ?? '', parts }));
  }
  const asked = `${place.provider} ${service} in ${clip(region)}: ${key.parts.map((part) => clip(part ?? '*')).join('|')}`;
  const keys = prices.slice(0, 4).map((match) => match.key);
  return none(`${prices.length} prices match ${asked} (${keys.join(', ')}${prices.length > 4 ? ', …' : ''})`);
}

/** What stands in no price list is an assumption, and says so. */
function basisOf({ quality, asOf, source }: Price): Basis {
  if (quality === undefined) return CERTAIN;
  const what =
    quality === 'derived'
      ? 'worked out from other published figures or rounded in print'
      : 'an average and in no price list';
  return { evidence: 'C', notes: [`the price is ${what} (${source}, ${asOf})`] };
}

/** A price per month is not one per hour: nothing is multiplied that does not belong together. */
function otherUnit({ own, key, unit }: Price, counted: string): string {
  const what = own === undefined ? `the price of ${clip(key)}` : `the own price ${clip(own.id)}`;
  return `${what} is per ${clip(unit)}, and this counts ${counted}`;
}

function regionProblem(region: Reading): string {
  return region.kind === 'unknown' ? region.reason : 'no region is set';
}

function none(reason: string): PriceFound {
  return { kind: 'none', reason, candidates: [] };
}
