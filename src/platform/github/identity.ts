import type { Connection } from './client.ts';
import { refusalOf } from './refusal.ts';

/** The account that the token of a workflow acts as. */
const workflowLogin = 'github-actions[bot]';

/**
 * The login that the token acts as, `[bot]` suffix included, as REST shows it for the author of a comment.
 * Tokens that may not ask (GraphQL closed to them) are taken for the token of a workflow.
 */
export async function ownLogin({ client }: Connection): Promise<string> {
  try {
    const answer = await client.graphql<{ viewer?: { login?: unknown } }>('query { viewer { login } }');
    const login = answer.viewer?.login;
    return typeof login === 'string' ? login : workflowLogin;
  } catch (error) {
    const refused = refusalOf(error) !== undefined;
    const answeredWithErrors = error instanceof Error && error.name === 'GraphqlResponseError';
    if (refused || answeredWithErrors) return workflowLogin;
    throw error;
  }
}
