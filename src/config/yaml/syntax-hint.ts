/** What to do about a message of the YAML parser, by what the message says. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [
    /deficient indentation/,
    'Close the quote, bracket or brace that is open before this line, or indent this line further than its key.',
  ],
  [/tab characters/, 'Indent with spaces: YAML takes no tabs.'],
  [
    /indentation|multiline key|expected ':'/,
    'See that keys of one level begin in one column, those below them further right, and that each key has its ":".',
  ],
  [/quoted scalar/, 'Close the text with the quote that it begins with.'],
  [/flow collection/, 'Close the bracket or brace, and part its items with commas.'],
  [
    /escape|hexadecimal/,
    'In double quotes a backslash begins an escape: write \\\\ for one, or use single quotes.',
  ],
  [/non-printable/, 'Save the file as plain text in UTF-8.'],
  [/document separator/, 'See that everything before this line is closed and indented as it should be.'],
  [/nesting/, 'Write it with fewer levels.'],
];

/** The way out of a syntax error; undefined when the message says it all. */
export function syntaxHint(reason: string): string | undefined {
  return HINTS.find(([pattern]) => pattern.test(reason))?.[1];
}
