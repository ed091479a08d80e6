import type { ModulesConfig } from '../model/config.ts';
import type { DocumentNode } from '../model/node.ts';
import { DEFAULT_CONFIG } from './defaults.ts';
import { itemsOf, nodeAt, textOf, textsOf } from './yaml/access.ts';

/** The `modules` section of a valid document. */
export function readModules(node: DocumentNode | undefined): ModulesConfig {
  const hosts = nodeAt(node, 'hosts');
  return {
    fetch: flagOf(nodeAt(node, 'fetch')) ?? DEFAULT_CONFIG.modules.fetch,
    hosts: hosts === undefined ? DEFAULT_CONFIG.modules.hosts : textsOf(hosts),
    forks: flagOf(nodeAt(node, 'forks')) ?? DEFAULT_CONFIG.modules.forks,
    credentials: itemsOf(nodeAt(node, 'credentials')).map((item) => {
      const username = textOf(nodeAt(item, 'username'));
      return {
        host: textOf(nodeAt(item, 'host')) ?? '',
        tokenEnv: textOf(nodeAt(item, 'token_env')) ?? '',
        ...(username === undefined ? {} : { username }),
      };
    }),
  };
}

function flagOf(node: DocumentNode | undefined): boolean | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'boolean' ? node.value : undefined;
}
