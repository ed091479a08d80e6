/** Go maps letter by letter: where JavaScript would make two letters of one (ß), the letter stays. */
function mapLetters(source: string, map: (letter: string) => string): string {
  let result = '';
  for (const letter of source) {
    const mapped = map(letter);
    result += mapped.length === letter.length || Array.from(mapped).length === 1 ? mapped : letter;
  }
  return result;
}

/** Upper case, letter by letter as Go's `unicode.ToUpper`. */
export function upper(source: string): string {
  return mapLetters(source, (letter) => letter.toUpperCase());
}

/** Lower case, letter by letter as Go's `unicode.ToLower`. */
export function lower(source: string): string {
  return mapLetters(source, (letter) => (letter === 'İ' ? 'i' : letter.toLowerCase()));
}

/** The first letter of each word in upper case, with the word borders of Go's `strings.Title`. */
export function capitalize(source: string): string {
  let result = '';
  let before = ' ';
  for (const letter of source) {
    result += separates(before) ? titleCase(letter) : letter;
    before = letter;
  }
  return result;
}

/** The digraphs have a third form, of which only the first letter is large. */
function titleCase(letter: string): string {
  const digraph = /[Ǆ-ǌǱ-ǳ]/.exec(letter) ? 'ǄǇǊǱ'.indexOf(upper(letter)) : -1;
  return digraph === -1 ? upper(letter) : 'ǅǈǋǲ'.charAt(digraph);
}

function separates(letter: string): boolean {
  if (letter <= '\x7f') return !/[0-9A-Za-z_]/.test(letter);
  return !/[\p{L}\p{Nd}]/u.test(letter) && /\s|\u0085/.test(letter);
}
