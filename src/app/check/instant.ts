import { UserError } from '../../lib/errors.ts';

/** An instant in UTC such as `2026-11-01T00:00:00Z`; the clock's when none is given. Throws UserError on anything else. */
export function instant(text: string | undefined): string {
  if (text === undefined) return new Date().toISOString();
  const date = new Date(text);
  const canonical = Number.isNaN(date.getTime()) ? '' : date.toISOString();
  const given = text.replace(/Z$/, '').replace(/\.\d+$/, '');
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(text) || !canonical.startsWith(given)) {
    throw new UserError(`"${text}" is not an instant in UTC.`, { hint: 'Write it as 2026-11-01T00:00:00Z.' });
  }
  return canonical;
}
