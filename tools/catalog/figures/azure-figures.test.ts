import { it } from 'vitest';
import { azureFacts } from '../../prices/azure/facts.ts';
import { azureData } from './azure-data.ts';
import { azureMachines } from './azure-machines.ts';
import { azureNetwork } from './azure-network.ts';
import { azurePlatform } from './azure-platform.ts';
import { heldAgainst } from './hold.ts';

const hold = heldAgainst(azureFacts(new URL('../../prices/facts/', import.meta.url)));

it.each([...azurePlatform, ...azureData, ...azureMachines, ...azureNetwork])(
  '$type costs what its parts cost: $title',
  (configuration) => {
    hold(configuration, configuration.region);
  },
);
