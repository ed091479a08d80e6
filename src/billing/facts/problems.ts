import type { Diagnostic } from '../../model/diagnostic.ts';
import type { SourceRange } from '../../model/source.ts';
import { isBillingFile, isBillingRecord } from '../files.ts';

/** What is wrong with a billing file in itself, found when it was read. */
export interface Problem {
  /** The rule that it breaks, such as `BP-101`. */
  readonly rule: string;
  readonly code: string;
  readonly message: string;
  /** What is there and what should be; null where the message alone says it. */
  readonly actual: string | null;
  readonly expected: string | null;
  readonly hint: string | null;
  readonly source: SourceRange;
}

interface Row {
  readonly rule: string;
  readonly code: RegExp;
  /** Where a code alone does not tell: a part of the message, or of the path of the file. */
  readonly message?: RegExp;
  readonly file?: RegExp;
}

/** The first row that fits decides. What no row names is a file that does not have its form: BP-101. */
const ROWS: readonly Row[] = [
  { rule: 'BP-102', code: /^yaml-(?:duplicate-key|alias|merge-key|too-large)$/ },
  { rule: 'BP-103', code: /^wrong-(?:type|value)$/, message: /must be a plain decimal\b/ },
  { rule: 'BP-105', code: /^missing-key$/, message: /lacks the key "(?:owner|accountable)"/ },
  { rule: 'BP-105', code: /^wrong-(?:type|value)$/, message: /^"owner(?:\.accountable)?" / },
  { rule: 'BP-115', code: /^missing-key$/, message: /lacks the key "rounding"|^"rounding" lacks/ },
  { rule: 'BP-115', code: /^wrong-(?:type|value)$/, message: /^"rounding(?:\.mode|\.level)?" / },
  { rule: 'BP-111', code: /^tier-bounds$/ },
  { rule: 'BP-111', code: /^missing-key$/, message: /first flat price is due/ },
  { rule: 'BP-301', code: /^test-in-production$/ },
  { rule: 'BP-302', code: /^bound-twice$/ },
  { rule: 'BP-402', code: /^empty-window$/, file: /^billing\/profiles\// },
  { rule: 'BP-403', code: /^wrong-value$/, message: /^A discount of / },
  { rule: 'BP-404', code: /^unknown-discount-sku$/ },
  { rule: 'BP-502', code: /^(?:empty-window|duplicate-id)$/, file: /^billing\/tax\// },
  { rule: 'BP-603', code: /^shares$/ },
  { rule: 'BP-603', code: /^missing-key$/, message: /^A fixed allocation / },
  { rule: 'BP-205', code: /^(?:snapshot|lock)-unreadable$/ },
  { rule: 'BP-104', code: /^wrong-value$/, message: / must name an id and a version\b/ },
  {
    rule: 'BP-104',
    code: /-(?:reference|extends|parameter)$|^(?:unknown-sku|unknown-binding|correction-outside|unknown-path|parameter-without-effect|other-currency)$/,
  },
];

const OTHERWISE = 'BP-101';

/** Not what stands in a file, but that nobody can see it: no rule judges that. */
const UNSEEN = 'unreadable-file';

/** A reference to a file that could not be read: the errors of that file say it. */
const FOLLOWS = 'unread-reference';

/**
 * The errors of billing files that the change touches as facts of their rule, and the diagnostics that are none: a
 * warning stands in a file that the change leaves alone, or at base. What only follows from another error is left out.
 */
export function problemsOf(diagnostics: readonly Diagnostic[]): {
  readonly problems: readonly Problem[];
  readonly others: readonly Diagnostic[];
} {
  const problems: Problem[] = [];
  const others: Diagnostic[] = [];
  for (const found of diagnostics) {
    const { code, message, actual = null, expected = null, source, severity } = found;
    const isOurs = source !== undefined && (isBillingFile(source.file) || isBillingRecord(source.file));
    if (severity !== 'error' || !isOurs || code === UNSEEN) others.push(found);
    else
      problems.push({
        rule: ruleOf(found, source.file),
        code,
        message,
        actual,
        expected,
        hint: wayOut(found),
        source,
      });
  }
  const causes = problems.filter(({ code }) => code !== FOLLOWS);
  return { problems: causes.length > 0 ? causes : problems, others };
}

/** Where reading gave no hint, what is expected is to be written. */
function wayOut({ code, hint, expected }: Diagnostic): string | null {
  if (hint !== undefined || expected === undefined) return hint ?? null;
  return `${code === 'missing-key' ? 'Add' : 'Write'} ${expected}.`;
}

function ruleOf({ code, message }: Diagnostic, path: string): string {
  const fits = (row: Row) =>
    row.code.test(code) && (row.message?.test(message) ?? true) && (row.file?.test(path) ?? true);
  return ROWS.find(fits)?.rule ?? OTHERWISE;
}
