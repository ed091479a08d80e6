import { describe, expect, it } from 'vitest';
import { type Fact, readTable } from '../fact.ts';
import { googleFacts } from './facts.ts';
import { machineFacts } from './machines.ts';
import { unitFacts } from './units.ts';

const folder = new URL('../facts/', import.meta.url);
const examples = ['unit-prices.csv.gz', 'gcp-examples.csv.gz']
  .flatMap((name) => readTable(folder, name))
  .filter((row) => row['provider'] === 'gcp' && row['source']?.startsWith('infracost-examples') === true);
const facts = googleFacts(folder);

function price(service: string, region: string, key: string, from = '0'): Partial<Fact> | undefined {
  const fact = facts.find(
    (one) => one.service === service && one.region === region && one.key === key && one.from === from,
  );
  return fact && { price: fact.price, unit: fact.unit, ...(fact.quality && { quality: fact.quality }) };
}

describe('worked examples', () => {
  it('are divided out exactly', () => {
    expect(price('dns', 'global', 'DNS Query (port 53)')).toEqual({
      price: '0.0000004',
      unit: 'query',
      quality: 'derived',
    });
    expect(price('cloud-sql', 'us-central1', 'Cloud SQL for MySQL: Zonal - RAM')).toEqual({
      price: '0.007',
      unit: 'GiB-hour',
      quality: 'derived',
    });
  });

  it('give up the discount for sustained use', () => {
    expect(price('compute-gpu', 'us-central1', 'Nvidia Tesla K80 GPU')?.price).toBe('0.45');
  });

  it('give each tier its lower bound', () => {
    const key = 'Download Worldwide Destinations (excluding Asia & Australia)';
    const tiers = ['0', '1024', '10240'].map((from) => price('cloud-storage', 'global', key, from)?.price);
    expect(tiers).toEqual(['0.12', '0.11', '0.08']);
  });

  it('fail when a rule fits no row', () => {
    const others = examples.filter((row) => row['component'] !== 'Queries');
    expect(() => unitFacts(others)).toThrow('units of dns: no row is called Queries');
  });

  it('fail when a row is neither taken nor left out', () => {
    const unheard = { ...examples[0], service: 'google_x', component: 'Unheard of' };
    expect(() => unitFacts([...examples, unheard])).toThrow(
      'neither taken nor left out: google_x Unheard of',
    );
  });
});

describe('machine types', () => {
  const row = {
    region: 'us-central1',
    machine_type: 'n2-standard-4',
    os: 'linux',
    price_per_hour: '0.194236',
    spot_price_per_hour: '0.0777',
    month_with_sustained_use: '113.433824',
    month_cud_1y: '89.3301',
    month_cud_3y: '63.8112',
    currency: 'USD',
    as_of: '2026-07-30',
    source: 'x',
  };
  const kinds = (changes: Partial<typeof row>) =>
    machineFacts({ ...row, ...changes }).map(({ service, key, unit, option, quality }) =>
      [service, key, unit, option, quality].filter((part) => part !== undefined).join(' '),
    );

  it('are priced on demand, as spot and under commitments', () => {
    expect(kinds({})).toEqual([
      'compute instance|n2-standard-4|linux hour',
      'compute-spot instance|n2-standard-4|linux hour spot estimate',
      'compute-committed instance|n2-standard-4|linux|1y month committed_use',
      'compute-committed instance|n2-standard-4|linux|3y month committed_use',
    ]);
  });

  it('have no spot price or commitment where the list has none', () => {
    const none = { spot_price_per_hour: '', month_cud_1y: '', month_cud_3y: row.month_with_sustained_use };
    expect(kinds(none)).toEqual(['compute instance|n2-standard-4|linux hour']);
  });
});
