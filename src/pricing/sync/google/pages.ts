import { type Json, isJsonObject, member } from '../../../lib/json.ts';
import { type ListClient, ListProblem } from '../port.ts';
import { keyProblem } from './key.ts';

/** Of 5,000 SKUs each. Compute Engine, the longest list, has about ten. */
const MOST_PAGES = 200;

/**
 * The SKUs of a service, page by page. Throws ListProblem on an answer that is no page, on page tokens that come again, on too many
 * pages, and on a key that is not taken.
 */
export async function* googleSkus(client: ListClient, service: string, key: string): AsyncGenerator<Json> {
  const seen = new Set<string>();
  for (let token = ''; ;) {
    if (seen.has(token)) throw new ListProblem('The pages of the list lead in a circle.');
    if (seen.size === MOST_PAGES) throw new ListProblem(`The list has more than ${MOST_PAGES} pages.`);
    seen.add(token);
    const page = await ask(client, service, { key, pageToken: token });
    const skus = member(page, 'skus') ?? [];
    if (!isJsonObject(page) || !Array.isArray(skus))
      throw new ListProblem('An answer holds no list of SKUs.');
    yield* skus as readonly Json[];
    const next = member(page, 'nextPageToken') ?? '';
    if (typeof next !== 'string') throw new ListProblem('The token of the next page is no text.');
    if (next === '') return;
    token = next;
  }
}

async function ask(
  client: ListClient,
  service: string,
  secret: Readonly<Record<string, string>>,
): Promise<Json> {
  const query = new URLSearchParams({ currencyCode: 'USD', pageSize: '5000', ...secret });
  try {
    return await client.json(`/v1/services/${service}/skus?${query.toString()}`);
  } catch (error) {
    throw keyProblem(error);
  }
}
