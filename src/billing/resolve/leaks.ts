import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DocumentNode } from '../../model/node.ts';
import { personalData } from '../check/personal-data.ts';

const HINT = 'Take it out, and out of the history of the repository. A customer is named by an opaque id.';

/** Errors at what does not belong into a billing file, without its text. */
export function leaks(root: DocumentNode): Diagnostic[] {
  return personalData(root).map(({ kind, masked, source }) => {
    const message = `This looks like ${article(kind)} ${kind} (${masked}).`;
    return { severity: 'error', code: 'personal-data', message, source, hint: HINT };
  });
}

function article(word: string): string {
  return /^[AEI]/i.test(word) ? 'an' : 'a';
}
