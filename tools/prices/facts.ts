import { awsFacts } from './aws/facts.ts';
import { azureFacts } from './azure/facts.ts';
import type { Fact } from './fact.ts';
import { googleFacts } from './google/facts.ts';

/** The facts of each provider, by its name in the book. */
export const factsOf: Readonly<Record<string, (folder: URL) => Fact[]>> = {
  aws: awsFacts,
  azure: azureFacts,
  google: googleFacts,
};

/** All facts of the folder; what is left out is said in its README. */
export function readFacts(folder: URL): Fact[] {
  return Object.values(factsOf).flatMap((read) => read(folder));
}
