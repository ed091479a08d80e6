import type { Diagnostic } from '../../../model/diagnostic.ts';
import { rangeOf } from '../../../model/source.ts';
import type { SourceText } from '../../../model/source.ts';
import type { SyntaxFile } from './ast.ts';
import { MAX_FILE } from './limits.ts';

/** An empty result with the reason when a file is too large, or is not text in UTF-8; else undefined. */
export function refuseFile(source: SourceText): SyntaxFile | undefined {
  const { text } = source;
  if (text.length > MAX_FILE) {
    return refused(source, 'hcl-limit', `A file of more than ${MAX_FILE / 1024 / 1024} MB was not read.`);
  }
  if (/^(?:\uFFFD\uFFFD|[^]\0[^]\0|\0[^]\0)/.test(text)) {
    return refused(
      source,
      'hcl-encoding',
      'Expected text in UTF-8; this looks like UTF-16.',
      'Save the file as UTF-8.',
    );
  }
  return undefined;
}

function refused(source: SourceText, code: string, message: string, hint?: string): SyntaxFile {
  const diagnostic: Diagnostic = {
    severity: 'error',
    code,
    message,
    source: rangeOf({ source, start: 0, end: 0 }),
    ...(hint === undefined ? {} : { hint }),
  };
  const body = { attributes: [], blocks: [], partial: true, start: 0, end: source.text.length } as const;
  return { source, body, comments: [], diagnostics: [diagnostic] };
}
