import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { testBook } from '../../test/support/price-book.ts';
import { readAsset } from '../lib/assets.ts';
import { UserError } from '../lib/errors.ts';
import { openBook } from './book.ts';

const book = openBook();
const price = (service: string, region: string, key: string, provider = 'aws') =>
  book.find({ provider, service, region, key });

describe('well-known list prices', () => {
  it.each([
    // https://aws.amazon.com/ec2/pricing/on-demand/
    ['ec2', 'us-east-1', 'instance|t3.micro|linux', '0.0104', 'hour'],
    ['ec2', 'us-east-1', 'instance|m5.large|linux', '0.096', 'hour'],
    ['ec2', 'eu-west-1', 'instance|m5.large|linux', '0.107', 'hour'],
    ['ec2', 'us-east-1', 'instance|m5.large|windows', '0.188', 'hour'],
    // https://aws.amazon.com/vpc/pricing/
    ['vpc', 'us-east-1', 'nat-gateway.hour', '0.045', 'hour'],
    ['vpc', 'us-east-1', 'public-ipv4.in-use', '0.005', 'hour'],
    // https://aws.amazon.com/eks/pricing/
    ['eks', 'us-east-1', 'cluster.hour', '0.1', 'hour'],
    // https://aws.amazon.com/elasticloadbalancing/pricing/
    ['elb', 'us-east-1', 'alb.hour', '0.0225', 'hour'],
    // https://aws.amazon.com/rds/mysql/pricing/
    ['rds', 'us-east-1', 'node|db.t3.micro|mysql|single-az|none', '0.017', 'hour'],
    // https://aws.amazon.com/lambda/pricing/
    ['lambda', 'us-east-1', 'x86.requests', '0.0000002', 'request'],
    // https://aws.amazon.com/ebs/pricing/
    ['ebs', 'us-east-1', 'gp3.storage', '0.08', 'GB-month'],
  ])('%s %s %s costs %s', (service, region, key, expected, unit) => {
    const found = price(service, region, key);
    expect(found?.tiers[0]?.price.toFixed()).toBe(expected);
    expect(found).toMatchObject({ unit, currency: 'USD' });
    expect(found?.asOf).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(found?.source).not.toBe('');
  });

  it('holds Azure and Google machines', () => {
    // https://azure.microsoft.com/pricing/details/virtual-machines/linux/
    expect(price('vm', 'eastus', 'instance|Standard_D2s_v3|linux', 'azure')?.tiers[0]?.price.toFixed()).toBe(
      '0.096',
    );
    // https://cloud.google.com/compute/vm-instance-pricing
    const medium = price('compute', 'us-central1', 'instance|e2-medium|linux', 'google');
    expect(medium?.tiers[0]?.price.toFixed()).toBe('0.03350571');
  });
});

describe('openBook', () => {
  it('gives volume tiers by lower bound, and included quantities as a tier at 0', () => {
    const texts = (service: string, key: string) =>
      price(service, 'us-east-1', key)?.tiers.map((tier) => `${tier.from.toFixed()}:${tier.price.toFixed()}`);
    expect(texts('s3', 'standard.storage')).toEqual(['0:0.023', '51200:0.022', '512000:0.021']);
    expect(texts('ebs', 'gp3.iops')).toEqual(['0:0', '3000:0.005']);
  });

  it('says undefined for an unknown service, region or key, and falls back to nothing', () => {
    expect(price('nope', 'us-east-1', 'instance|t3.micro|linux')).toBeUndefined();
    expect(price('ec2', 'mars-1', 'instance|t3.micro|linux')).toBeUndefined();
    expect(price('ec2', 'us-east-1', 'instance|t3.micr|linux')).toBeUndefined();
    expect(price('__proto__', 'constructor', 'toString')).toBeUndefined();
  });

  it('finds none, one or several prices by a pattern', () => {
    const query = (engine: string) =>
      book
        .query({
          provider: 'aws',
          service: 'rds',
          region: 'us-east-1',
          parts: ['node', 'db.m5.large', engine, 'single-az', null],
        })
        .map((found) => found.key);
    expect(query('mysql')).toEqual(['node|db.m5.large|mysql|single-az|none']);
    expect(query('oracle-standard-two')).toEqual([
      'node|db.m5.large|oracle-standard-two|single-az|byol',
      'node|db.m5.large|oracle-standard-two|single-az|included',
    ]);
    expect(query('*')).toEqual([]);
  });

  it('never takes a region and a key for others that are written the same in a row', () => {
    const [head, tail] = ['SQL Database Single', 'Elastic Pool General Purpose - Compute Gen5|2 vCore|vCore'];
    const own = testBook([
      {
        provider: 'azure',
        service: 'sql',
        regions: ['eastus'],
        prices: { [`${head}/${tail}`]: ['hour', '1'] },
      },
    ]);
    const ask = (region: string, key: string) => own.find({ provider: 'azure', service: 'sql', region, key });
    expect(ask(`eastus/${head}`, tail)).toBeUndefined();
    expect(ask('eastus', `${head}/${tail}`)).toBeDefined();
    expect(ask(`eastus/${head}`, tail)).toBeUndefined();
  });

  it('names the vendor SKU where the list has one', () => {
    expect(price('vpc', 'us-east-1', 'nat-gateway.hour')?.sku).toBe('M2YSHUBETB3JX4M4');
    expect(price('ec2', 'us-east-1', 'instance|t3.micro|linux')).not.toHaveProperty('sku');
  });

  it('refuses a file with another content, and one that unpacks to more than the manifest says', () => {
    const changed = (bytes: Buffer) =>
      openBook((file) => (file === 'aws/vpc.json.gz' ? bytes : readAsset(`prices/${file}`)));
    const ask = (bytes: Buffer) => () =>
      changed(bytes).find({ provider: 'aws', service: 'vpc', region: 'us-east-1', key: 'nat-gateway.hour' });
    expect(ask(gzipSync('{}'))).toThrow(UserError);
    expect(ask(gzipSync(Buffer.alloc(1 << 22)))).toThrow(/price book is damaged: aws\/vpc/);
    expect(() => openBook(() => Buffer.from('{'))).toThrow(/manifest\.json/);
  });
});
