import type { Forge } from '../port.ts';
import { publishCheck } from './check-run.ts';
import type { Connection } from './client.ts';
import { upsertComment } from './comment.ts';

/** GitHub as a forge: what is published goes to the repository of the connection. */
export function githubForge(connection: Connection): Forge {
  return {
    upsertComment: (request) => upsertComment(connection, request),
    publishCheck: (request) => publishCheck(connection, request),
  };
}
