const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
// Printable ASCII without carriage return has one unit for each character.
const SIMPLE = /^[\n\x20-\x7e]*$/;

/** The characters of a text as a reader counts them (Unicode grapheme clusters, UAX 29). */
export function graphemes(source: string): string[] {
  if (SIMPLE.test(source)) return source.split('');
  return Array.from(segmenter.segment(source), ({ segment }) => segment);
}
