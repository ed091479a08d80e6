import { type Json, listMember, member, textMember } from '../../../lib/json.ts';
import { ListProblem } from '../port.ts';

/** How to get a key; said wherever one is missing or refused. */
export const KEY_HELP =
  'Create one free of charge at https://console.cloud.google.com (enable "Cloud Billing API"; then "Credentials"). Set ' +
  'GOOGLE_API_KEY, or name its variable by --google-key-env.';

/** Whether a text can be a key: it then stands in an address. */
export function isKey(text: string): boolean {
  return /^[\w-]{1,200}$/.test(text);
}

/** The problem of a request, in words that help when it is the key's. Nothing of the answer's own words is repeated. */
export function keyProblem(error: unknown): unknown {
  if (!(error instanceof ListProblem) || error.status === undefined) return error;
  const reasons = reasonsOf(error.answer);
  const { status, answer } = error;
  if (reasons.includes('API_KEY_INVALID')) {
    return new ListProblem(`Google does not know the API key. ${KEY_HELP}`, { status, answer, cause: error });
  }
  if (status !== 401 && status !== 403) return error;
  const reason = reasons.find((text) => /^[A-Z_]{1,60}$/.test(text)) ?? `HTTP ${status}`;
  return new ListProblem(`Google does not let the API key read prices (${reason}). ${KEY_HELP}`, {
    status,
    answer,
    cause: error,
  });
}

function reasonsOf(answer: Json | undefined): string[] {
  return listMember(member(answer, 'error'), 'details').map((detail) => textMember(detail, 'reason') ?? '');
}
