import type { Difference } from '../model/change.ts';
import type { Value } from '../model/value.ts';
import { plain } from './plain.ts';
import { isSensitive, LIMIT, longText, SENSITIVE, valueText } from './value.ts';

/** How much is shown before the place where two texts part. */
const LEAD = 40;

/** Longest text of an expression. */
const EXPRESSION = 60;

interface Sides {
  readonly base: string;
  readonly head: string;
}

/**
 * Both sides of a difference. Of long values it is the part that differs, and of two that are unknown for the same reason also
 * what is written. A side that is sensitive hides the other as well: the mark may have been added or taken away by the
 * change itself.
 */
export function differenceText({ base, head }: Difference): Sides {
  const hidden = isSensitive(base) || isSensitive(head);
  const show = (side: Value | undefined): string =>
    hidden && side !== undefined ? SENSITIVE : valueText(side);
  const shown = { base: show(base), head: show(head) };
  if (hidden || isTold(shown)) return shown;
  const all = { base: longText(base), head: longText(head) };
  if (all.base !== all.head) return window(all, LIMIT);
  const written = differingExpressions(base, head);
  return written === undefined
    ? shown
    : {
        base: plain(`${written.base} ${shown.base}`, LIMIT + EXPRESSION),
        head: plain(`${written.head} ${shown.head}`, LIMIT + EXPRESSION),
      };
}

/** Whether a reader sees in two short texts what differs. */
function isTold({ base, head }: Sides): boolean {
  if (base === head) return false;
  return Math.max(base.length, head.length) < LIMIT || partingOf(base, head) < LIMIT - LEAD;
}

/** Where two texts part. */
function partingOf(base: string, head: string): number {
  const end = Math.min(base.length, head.length);
  let at = 0;
  while (at < end && base[at] === head[at]) at++;
  return at;
}

/** The part of two texts from a little before they part. */
function window({ base, head }: Sides, limit: number): Sides {
  const parting = partingOf(base, head);
  const from = Math.max(base.length, head.length) <= limit ? 0 : Math.max(0, parting - LEAD);
  const show = (text: string): string => {
    const start = /[\uDC00-\uDFFF]/.test(text.charAt(from)) ? from + 1 : from;
    return plain((start === 0 ? '' : '…') + text.slice(start), limit);
  };
  return { base: show(base), head: show(head) };
}

/** The expressions in which two values differ that come from several. */
function differingExpressions(base: Value | undefined, head: Value | undefined): Sides | undefined {
  const [before, after] = [expressionsOf(base), expressionsOf(head)];
  const old = before.find((text) => !after.includes(text));
  const now = after.find((text) => !before.includes(text));
  if (old === undefined && now === undefined) return undefined;
  return window({ base: old ?? before.at(-1) ?? '', head: now ?? after.at(-1) ?? '' }, EXPRESSION);
}

function expressionsOf(value: Value | undefined): readonly string[] {
  return (value?.origin ?? []).map(({ source, start, end }) => plain(source.text.slice(start, end), 10_000));
}
