const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
// Unicode 15.1 joins Indic consonants; Terraform counts by Unicode 15.0, and so does Node 20.
const CONJUNCT = /(?<=[\p{M}\u200d])(?=[\p{L}])(?![\u0e33\u0eb3])/u;
// Printable ASCII without carriage return has one unit for each character.
const SIMPLE = /^[\n\x20-\x7e]*$/;

/** The characters of a text as a reader counts them (Unicode grapheme clusters, UAX 29). */
export function graphemes(source: string): string[] {
  if (SIMPLE.test(source)) return source.split('');
  return Array.from(segmenter.segment(source), ({ segment }) => segment).flatMap((segment) =>
    segment.split(CONJUNCT),
  );
}
