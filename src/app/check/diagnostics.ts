import { byCodePoint } from '../../lib/order.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';

/**
 * The diagnostics of a comparison. An error that stands at the base too was not brought by the change, and one
 * that stands only at the base is mended by it: both are warnings, since the difference may be incomplete.
 */
export function bothSides(base: readonly Diagnostic[], head: readonly Diagnostic[]): readonly Diagnostic[] {
  const before = new Set(base.map(identity));
  const after = new Set(head.map(identity));
  return [
    ...head.map((diagnostic) => (before.has(identity(diagnostic)) ? warning(diagnostic, '') : diagnostic)),
    ...base
      .filter((diagnostic) => diagnostic.severity === 'error' && !after.has(identity(diagnostic)))
      .map((diagnostic) => warning(diagnostic, 'At the base: ')),
  ];
}

/**
 * The diagnostics of the configurations. Errors stay errors on both sides: the gate cannot judge by what it
 * cannot read at the base, and what is broken at the head would break the gate when merged.
 */
export function configDiagnostics(
  base: readonly Diagnostic[],
  head: readonly Diagnostic[],
): readonly Diagnostic[] {
  const after = new Set(head.map(identity));
  const onlyBase = base.filter((diagnostic) => !after.has(identity(diagnostic)));
  return [...head, ...onlyBase.map((found) => ({ ...found, message: `At the base: ${found.message}` }))];
}

/** Errors first, then by file and line: the order in which they are shown. */
export function sorted(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      byCodePoint(a.severity, b.severity) ||
      byCodePoint(a.source?.file ?? '', b.source?.file ?? '') ||
      (a.source?.start.line ?? 0) - (b.source?.start.line ?? 0) ||
      (a.source?.start.column ?? 0) - (b.source?.start.column ?? 0) ||
      byCodePoint(a.message, b.message),
  );
}

function warning(diagnostic: Diagnostic, prefix: string): Diagnostic {
  return { ...diagnostic, severity: 'warning', message: prefix + diagnostic.message };
}

/** Without the line: what stood there before may have moved. */
function identity({ code, message, source }: Diagnostic): string {
  return [code, source?.file ?? '', message].join('\0');
}
