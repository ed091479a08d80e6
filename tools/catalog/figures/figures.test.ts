import { describe, it } from 'vitest';
import { awsFacts } from '../../prices/aws/facts.ts';
import { analytics } from './analytics.ts';
import { applications } from './applications.ts';
import { databases } from './databases.ts';
import { heldAgainst } from './hold.ts';
import { instances } from './instances.ts';
import { machineOptions } from './machine-options.ts';
import { network } from './network.ts';
import { operations } from './operations.ts';
import { security } from './security.ts';
import { services } from './services.ts';
import { stores } from './stores.ts';
import { streams } from './streams.ts';

const configurations = [
  ...instances,
  ...databases,
  ...network,
  ...services,
  ...applications,
  ...security,
  ...operations,
  ...analytics,
  ...machineOptions,
  ...streams,
  ...stores,
];
const regions = ['us-east-1', 'eu-central-1'];
const hold = heldAgainst(
  awsFacts(new URL('../../prices/facts/', import.meta.url)).filter(({ region }) =>
    [...regions, 'global'].includes(region),
  ),
);

describe.each(regions)('costs what its parts cost in %s', (region) => {
  it.each(configurations)('$type: $title', (configuration) => {
    hold(configuration, region);
  });
});
