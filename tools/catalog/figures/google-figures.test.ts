import { it } from 'vitest';
import { googleFacts } from '../../prices/google/facts.ts';
import { googleMachines } from './google-machines.ts';
import { googlePlatform } from './google-platform.ts';
import { heldAgainst } from './hold.ts';

const hold = heldAgainst(googleFacts(new URL('../../prices/facts/', import.meta.url)));

it.each([...googleMachines, ...googlePlatform])(
  '$type costs what its parts cost: $title',
  (configuration) => {
    hold(configuration, configuration.region);
  },
);
