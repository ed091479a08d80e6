const BLANKS = /[\u00a0\u00ad\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]/g;
const HYPHENS = /[\u2010-\u2015\u2212]/g;
/** What has a full-width form, and how far away that is. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FULL_WIDTH_OFFSET = 0xfee0;

/** A text of the same length with ASCII for what looks like it: full-width forms, hyphens, and blanks that have a width or none. */
export function plainCharacters(text: string): string {
  return text
    .replaceAll(BLANKS, ' ')
    .replaceAll(HYPHENS, '-')
    .replaceAll(FULL_WIDTH, (one) => String.fromCharCode(one.charCodeAt(0) - FULL_WIDTH_OFFSET));
}
