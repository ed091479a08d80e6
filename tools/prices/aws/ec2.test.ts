import { describe, expect, it } from 'vitest';
import type { Fact } from '../fact.ts';
import { reservedFacts, spotFacts } from './ec2-options.ts';
import { instanceFacts } from './ec2.ts';

const folder = new URL('../facts/', import.meta.url);
const onDemand = instanceFacts(folder);
const reserved = reservedFacts(folder);
const spot = spotFacts(folder, onDemand);

function only(facts: readonly Fact[], region: string, key: string): Fact | undefined {
  const found = facts.filter((fact) => fact.region === region && fact.key === key);
  expect(found.length).toBeLessThan(2);
  return found[0];
}

describe('instances on demand', () => {
  // Linux is 0.096 and 0.0832; Windows adds 0.092 to m5.large, SUSE 0.0563 to t3.large.
  it.each([
    ['us-east-1', 'instance|m5.large|linux', '0.096', undefined],
    ['us-east-1', 'instance|m5.large|windows', '0.188', 'derived'],
    ['us-east-1', 'instance|t3.large|suse', '0.1395', 'derived'],
    ['eu-west-1', 'dedicated|m5.large|linux', '0.114', undefined],
    ['eu-west-1', 'host|m6g', '3.027', undefined],
    ['eu-west-1', 'ebs-optimized|c3.2xlarge', '0.05', undefined],
    ['global', 'cpu-credits|t4g|linux', '0.04', undefined],
  ])('%s %s costs %s', (region, key, price, quality) => {
    const fact = only(onDemand, region, key);
    expect([fact?.price, fact?.quality]).toEqual([price, quality]);
  });

  it('says both sources of a sum, and its older date', () => {
    const fact = only(onDemand, 'us-east-1', 'instance|m5.large|windows');
    expect(fact).toMatchObject({
      asOf: '2023-02-23',
      source: 'karpenter-provider-aws, licence by terracost',
    });
  });

  it('has no price of Red Hat Enterprise Linux, nor of a system whose surcharge is not known', () => {
    expect(onDemand.filter(({ key }) => key.endsWith('|rhel'))).toEqual([]);
    expect(only(onDemand, 'us-east-1', 'instance|m8g.large|linux')).toBeDefined();
    expect(only(onDemand, 'us-east-1', 'instance|m8g.large|windows')).toBeUndefined();
  });
});

describe('reserved instances', () => {
  it.each([
    ['1y|standard', '1.724'],
    ['3y|standard', '1.182'],
    ['1y|convertible', '2.167'],
    ['3y|convertible', '1.507'],
  ])('%s', (term, price) => {
    const fact = only(reserved, 'af-south-1', `instance|c5.12xlarge|linux|${term}|no-upfront`);
    expect([fact?.price, fact?.option, fact?.service]).toEqual([price, 'reserved', 'ec2-reserved']);
  });

  it('leaves out what is not sold', () => {
    expect(reserved).toHaveLength(14618 * 4 - 12 - 27 - 27);
  });
});

describe('spot', () => {
  // 2.736 on demand less 87 percent.
  it('is the on-demand price less the average saving, and no list price', () => {
    expect(only(spot, 'af-south-1', 'instance|c5.12xlarge|linux')).toMatchObject({
      price: '0.35568',
      service: 'ec2-spot',
      option: 'spot',
      quality: 'estimate',
      asOf: '2025-06-28',
      source: 'aws-calculator/lamngockhuong, saving by aws-spot-advisor/spotinfo',
    });
  });

  it('refuses a saving on a price that nobody has', () => {
    expect(() => spotFacts(folder, [])).toThrow('no on-demand price');
  });
});
