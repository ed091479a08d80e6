import { expect, test } from 'vitest';
import { openBook } from '../pricing/book.ts';
import { openCatalog } from './catalog/catalog.ts';
import { costKey, estimateResources } from './estimate-all.ts';
import { type Plain, resourceOf, unknownValue, valueOf } from './test-support/resource.ts';
import { NO_USAGE } from './usage/usage.ts';

const book = openBook();
const catalog = openCatalog();

function lines(type: string, attributes: Record<string, Plain>, region = 'us-east-1') {
  const resource = resourceOf(`${type}.x`, attributes, { region: valueOf(region) });
  const costs = estimateResources([resource], { book, catalog, usage: NO_USAGE });
  return costs.get(costKey(resource.project, resource.address))?.lines ?? [];
}

function machine(image: Plain) {
  const boot_disk = [{ initialize_params: [{ image, type: 'pd-ssd', size: 10 }] }];
  const [instance] = lines(
    'google_compute_instance',
    { machine_type: 'e2-medium', boot_disk },
    'us-central1',
  );
  return { evidence: instance?.evidence, reason: instance?.reason, usageKey: instance?.usageKey };
}

test('a line says of another that is left out by what that was', () => {
  const { evidence, reason, usageKey } = machine('win2022-golden');
  expect([evidence, usageKey]).toEqual(['C', 'operating_system']);
  expect(reason).toMatch(/^no public image is named, .*set operating_system in the usage file$/);
  for (const image of [
    'debian-cloud/debian-12',
    'projects/windows-cloud/global/images/family/windows-2022',
  ]) {
    expect(machine(image), image).toEqual({ evidence: 'A' });
  }
});

test('what the other line does not know leaves this one certain', () => {
  expect(machine(unknownValue())).toEqual({ evidence: 'A' });
  const [, licence] = lines(
    'google_compute_instance',
    { machine_type: 'e2-medium', boot_disk: [{ initialize_params: [{ image: unknownValue() }] }] },
    'us-central1',
  );
  expect(licence).toMatchObject({ component: 'Licence unknown', evidence: 'D' });
});

test('a version that is not known to have left standard support is assumed to be in it', () => {
  expect(lines('aws_eks_cluster', { version: '1.34' })[0]).toMatchObject({ evidence: 'C' });
  expect(lines('aws_eks_cluster', { version: '1.34' })[0]?.reason).toContain('ends 14 months after');
  expect(lines('aws_eks_cluster', {})[0]?.evidence).toBe('A');
});

test('figures of settings are named by the settings', () => {
  const setting = (name: string, value: string) => ({ namespace: 'aws:autoscaling:asg', name, value });
  const [written] = lines('aws_elastic_beanstalk_environment', {
    setting: [setting('MinSize', '2'), setting('MaxSize', '6'), setting('InstanceType', 't3.micro')],
  });
  expect(written?.reason).toContain('MinSize and MaxSize are 2 and 6');
  const [implied] = lines('aws_elastic_beanstalk_environment', {
    setting: [setting('InstanceType', 't3.micro')],
  });
  expect(implied?.reason).toContain('MinSize and MaxSize are 1 and 4');
});
