import { decimal } from '../../../src/lib/decimal.ts';
import { type Fact, readTable, type Row, text } from '../fact.ts';
import { keyOf, type Mapping, readMappings, type Rule } from './metrics-mapping.ts';

/** The prices of the calculator feed that a mapping names, from `aws-metrics/<service>.csv.gz`. */
export function metricFacts(folder: URL): Fact[] {
  return [...readMappings()].flatMap(([service, mapping]) =>
    mapped(readTable(folder, `aws-metrics/${service}.csv.gz`), mapping),
  );
}

/**
 * Rows of one service as facts. Throws on a row that no rule takes, on one that a key gets twice, on a rule that
 * takes no row, and on two metrics that give one key different prices in a region; with the same price the first
 * one stands for both.
 */
export function mapped(rows: readonly Row[], mapping: Mapping): Fact[] {
  const facts = new Map<string, Fact>();
  const used = new Set<Rule>();
  for (const row of rows) {
    for (const [key, rule] of keysOf(text(row, 'metric'), mapping)) {
      used.add(rule);
      const fact = factOf(row, rule, key, mapping.book);
      const place = `${fact.service} ${fact.key} ${fact.region} from ${fact.from}`;
      const other = facts.get(place);
      if (other === undefined) facts.set(place, fact);
      else if (!decimal(other.price).eq(decimal(fact.price))) {
        throw new Error(`${place}: ${text(row, 'metric')} costs ${fact.price}, another metric ${other.price}`);
      }
    }
  }
  const idle = mapping.metrics.find((rule) => !used.has(rule));
  if (idle !== undefined) throw new Error(`${mapping.book} ${idle.key}: no row of the file fits`);
  return [...facts.values()];
}

/** One metric may be the price of several keys, each by one rule. */
function keysOf(metric: string, mapping: Mapping): Map<string, Rule> {
  const keys = new Map<string, Rule>();
  for (const rule of mapping.metrics) {
    const key = keyOf(rule, metric);
    if (key === undefined) continue;
    if (keys.has(key)) throw new Error(`${mapping.book} ${key}: two rules take the metric ${metric}`);
    keys.set(key, rule);
  }
  if (keys.size === 0) throw new Error(`${mapping.book}: no rule takes the metric ${metric}`);
  return keys;
}

function factOf(row: Row, rule: Rule, key: string, service: string): Fact {
  return {
    provider: 'aws',
    service,
    region: text(row, 'region'),
    key,
    unit: rule.unit,
    from: String(rule.from ?? 0),
    price: decimal(text(row, 'price'))
      .div(decimal(rule.per ?? 1))
      .toFixed(),
    currency: 'USD',
    sku: text(row, 'sku'),
    asOf: text(row, 'as_of'),
    source: text(row, 'source'),
  };
}
