import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

import { schemaErrors } from '../../../test/support/published-schema.ts';
import { PROFILE, publishedVersions, second } from '../../../test/support/published-versions.ts';
import { STANDARD_USAGE, usageCsv } from '../../../test/support/standard-usage.ts';
import type { SimulatedBilling } from '../../model/billing/compared.ts';
import {
  renderCompared,
  renderComparedJson,
  renderSimulated,
  renderSimulatedJson,
} from '../../render/profile/compared.ts';
import { compareBilling, type CompareOptions } from './compare.ts';
import { simulateBilling, type SimulateOptions } from './simulate.ts';

const look = { color: false, width: 110 };
const meta = { toolVersion: '1.0.0' };
const NOW = '2026-07-01T00:00:00Z';
const golden = (name: string): string => `../../../test/golden/profile/${name}`;

const third = second
  .replace('2.0.0', '3.0.0')
  .replace('from: 2026-06-01', 'from: 2026-09-01')
  .replace("unit: '14'", "unit: '16'");
/** On `main` a price list with usage, in the work tree its next version. */
const repository = publishedVersions();
repository.commit({
  'tollgate.yml': 'version: 1\nbilling: { usage: [billing/usage/*.csv] }\n',
  'billing/usage/all.csv': STANDARD_USAGE,
});
repository.write({ [PROFILE]: third, 'billing/usage/all.csv': 'what the change brings is not read' });
afterAll(() => {
  repository[Symbol.dispose]();
});

function compared(more: Partial<CompareOptions> = {}) {
  const found = compareBilling({ repository: repository.folder, base: 'main', now: NOW, ...more });
  expect(schemaErrors('profile-diff', renderComparedJson(found, meta))).toEqual([]);
  return found;
}

async function simulated(more: Partial<SimulateOptions> = {}): Promise<SimulatedBilling> {
  const options = { repository: repository.folder, base: 'main', now: NOW, usage: [], hashCustomers: false };
  const found = await simulateBilling({ ...options, ...more });
  expect(schemaErrors('profile-simulation', renderSimulatedJson(found, meta))).toEqual([]);
  return found;
}

describe('profile diff', () => {
  it('says what differs, with the step that it needs and who is asked', async () => {
    const found = compared();
    expect(found.profiles[0]?.differences.map(({ path, requiredBump }) => `${path} ${requiredBump}`)).toEqual(
      ['effective.from patch', 'skus[seats].price.unit major'],
    );
    await expect(renderCompared(found, look)).toMatchFileSnapshot(golden('diff.txt'));
    await expect(renderComparedJson(found, meta).replaceAll(/[0-9a-f]{40}/g, 'COMMIT')).toMatchFileSnapshot(
      golden('diff.json'),
    );
  });

  it('compares two refs', () => {
    const found = compared({ base: 'HEAD~1', head: 'HEAD' });
    expect(found.profiles).toEqual([]);
    expect(renderCompared(found, look)).toContain(
      'No billing file differs between HEAD~1 and HEAD in what it says.',
    );
    expect(
      compared({ base: 'HEAD~2', head: 'HEAD~1' }).profiles.map(({ headVersion }) => headVersion),
    ).toEqual(['2.0.0']);
  });

  it('does not say that nothing differs where what differs cannot be read', () => {
    using broken = publishedVersions();
    broken.write({ [PROFILE]: second.replace("unit: '14'", 'unit: 14.5') });
    const text = renderCompared(compared({ repository: broken.folder }), look);
    expect(text).toContain('Billing profiles: changes cannot be read');
    expect(text).toContain('must be a plain decimal of 0 or more');
    expect(text).not.toContain('No billing file differs');
  });

  it('refuses a ref that is not there, and what is no instant', () => {
    expect(() => compared({ head: 'gone' })).toThrow('There is no commit "gone" in this clone.');
    expect(() => compared({ now: 'today' })).toThrow('"today" is not an instant in UTC.');
  });
});

describe('profile simulate', () => {
  it('rates the usage of the base by the old and the new terms', async () => {
    const found = await simulated();
    expect(found.environment).toBe('prod');
    expect(found.simulation.usage?.origin.files).toEqual(['billing/usage/all.csv']);
    const [impact] = found.simulation.profiles;
    expect([impact?.baseVersion, impact?.headVersion]).toEqual(['2.0.0', '3.0.0']);
    await expect(renderSimulated(found, look)).toMatchFileSnapshot(golden('simulation.txt'));
    await expect(renderSimulatedJson(found, meta).replaceAll(/[0-9a-f]{40}/g, 'COMMIT')).toMatchFileSnapshot(
      golden('simulation.json'),
    );
  });

  it('takes usage that is given, and shows hashes where they are asked for', async () => {
    const path = join(repository.folder, 'given.jsonl');
    const row = {
      ...{ ChargePeriodStart: '2026-06-05T00:00:00Z', ChargePeriodEnd: '2026-06-05T01:00:00Z' },
      ...{ SubAccountId: 't-001', SkuId: 'seats', ConsumedQuantity: '100', ConsumedUnit: 'seat' },
    };
    repository.write({ 'given.jsonl': `${JSON.stringify(row)}\n` });
    const { simulation } = await simulated({ usage: [path], hashCustomers: true });
    expect(simulation.totals[0]?.movers[0]).toMatchObject({ customer: '8917a06c8b38' });
    // 100 seats, each 2 dearer; what goes beyond the commitment is billed at 0.9.
    expect(simulation.totals[0]?.revenue.delta?.toFixed()).toBe('180');
  });

  it('shows hashes where the configuration of the base asks for them', async () => {
    using hashed = publishedVersions();
    hashed.commit({
      'tollgate.yml': 'version: 1\nbilling: { usage: [usage.csv], hash_customers: true }\n',
      'usage.csv': usageCsv('2026-06-05T00:00:00Z,2026-06-05T01:00:00Z,t-001,seats,100,seat,,,,,'),
    });
    hashed.write({ [PROFILE]: third });
    const found = await simulated({ repository: hashed.folder });
    expect(found.simulation.totals[0]?.movers.map(({ customer }) => customer)).toEqual(['8917a06c8b38']);
    expect(renderSimulatedJson(found, meta)).not.toContain('t-001');
  });

  it('compares prices alone where there is no usage', async () => {
    const found = await simulated({ base: 'HEAD~1' });
    expect(found.simulation.replayed).toBe(false);
    expect(renderSimulated(found, look)).toContain('There is no recorded usage');
    expect(renderSimulated(found, look)).toMatch(/SKU of standard[^]*seats +1 seat +one unit/);
  });

  it('rates no edit under the name of what was published', async () => {
    using edited = publishedVersions();
    edited.write({ [PROFILE]: second.replace("unit: '14'", "unit: '16'") });
    await expect(simulated({ repository: edited.folder })).rejects.toMatchObject({
      message: expect.stringContaining('is not what was published as standard@2.0.0') as string,
      place: { file: PROFILE, line: 5 },
    });
    edited.write({ [PROFILE]: third });
    const found = await simulated({ repository: edited.folder });
    expect(found.simulation.profiles.map(({ headVersion }) => headVersion)).toEqual(['3.0.0']);
  });

  it('names nobody where a correction is wrong and customers are hidden', async () => {
    using wrong = publishedVersions();
    wrong.write({
      'billing/corrections/fix.yaml':
        'kind: Correction\nschemaVersion: 1\nid: fix\nprofile: standard@1.2.0\nreason: Tests.\nlines:\n' +
        "  - { binding: t-404, sku: seats, from: 2026-03-01T00:00:00Z, to: 2026-04-01T00:00:00Z, amount: '1' }\n",
    });
    const shown = await simulated({ repository: wrong.folder });
    expect(shown.diagnostics.map(({ message }) => message)).toContain('Nobody is bound as "t-404" in prod.');
    const hidden = await simulated({ repository: wrong.folder, hashCustomers: true });
    expect(hidden.diagnostics.map(({ code }) => code)).toContain('unknown-binding');
    expect(JSON.stringify(hidden.diagnostics)).not.toContain('t-404');
  });

  it('says what it could not read, and refuses named usage that is not there', async () => {
    repository.write({ [PROFILE]: third.replace('USD', 'XXY') });
    const found = await simulated();
    repository.write({ [PROFILE]: third });
    expect(found.diagnostics).toMatchObject([
      { severity: 'error', source: { file: PROFILE, start: { line: 12 } } },
    ]);
    expect(renderSimulated(found, look)).toContain(`error ${PROFILE}:12:11`);
    await expect(simulated({ usage: ['gone.csv'] })).rejects.toThrow('There is no file gone.csv.');
  });

  it('refuses a configuration with an error', async () => {
    repository.git('checkout', '--quiet', '-b', 'broken');
    repository.commit({ 'tollgate.yml': 'version: 1\nbilling: { usage: 7 }\n' });
    await expect(simulated({ base: 'broken' })).rejects.toMatchObject({
      place: { file: 'tollgate.yml', line: 2 },
    });
  });
});
