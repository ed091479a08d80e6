import { type Json, isJsonObject, member } from '../../../lib/json.ts';
import { type ListClient, ListProblem } from '../port.ts';

/** Far above what one service has in one region: virtual machines have 16 pages. */
const MOST_PAGES = 500;

/**
 * The items of all pages from an address on, page by page. Throws ListProblem on an answer that is no page, on one that holds
 * fewer items than it says, on links that lead in a circle, and on too many of them. Other hosts are refused by the client.
 */
export async function* azureItems(client: ListClient, first: string): AsyncGenerator<Json> {
  const seen = new Set<string>();
  for (let next: string | null = first; next !== null;) {
    if (seen.has(next)) throw new ListProblem('The pages of the list lead in a circle.');
    if (seen.size === MOST_PAGES) throw new ListProblem(`The list has more than ${MOST_PAGES} pages.`);
    seen.add(next);
    const page = await client.json(next);
    yield* itemsOf(page);
    next = nextOf(page);
  }
}

function itemsOf(page: Json): readonly Json[] {
  const items = member(page, 'Items');
  if (!isJsonObject(page) || !Array.isArray(items))
    throw new ListProblem('An answer holds no list of items.');
  const count = member(page, 'Count');
  if (typeof count === 'number' && count !== items.length) {
    throw new ListProblem(`A page holds ${items.length} items and says that it has ${count}.`);
  }
  return items as readonly Json[];
}

function nextOf(page: Json): string | null {
  const next = member(page, 'NextPageLink') ?? null;
  if (next !== null && typeof next !== 'string')
    throw new ListProblem('The link to the next page is no text.');
  return next === '' ? null : next;
}
