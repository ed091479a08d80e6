import type { Diagnostic } from '../../model/diagnostic.ts';
import { type Block, type Cell, code, type Section, toned } from '../report/document.ts';

/** What is wrong, each with its place and a way out; no section where nothing is. */
export function diagnosticsSection(diagnostics: readonly Diagnostic[]): Section[] {
  if (diagnostics.length === 0) return [];
  return [{ title: `Errors and warnings: ${diagnostics.length}`, blocks: [diagnosticList(diagnostics)] }];
}

function diagnosticList(diagnostics: readonly Diagnostic[]): Block {
  return {
    kind: 'list',
    items: diagnostics.map(({ severity, message, hint, source }): Cell => [
      toned(severity, severity === 'error' ? 'bad' : 'muted'),
      ' ',
      ...(source === undefined
        ? []
        : [code(`${source.file}:${source.start.line}:${source.start.column}`), ' ']),
      message,
      ...(hint === undefined ? [] : [' ', hint]),
    ]),
  };
}
