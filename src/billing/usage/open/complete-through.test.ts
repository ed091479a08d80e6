import { expect, it } from 'vitest';

import { completeThrough, type OpenedFile } from './complete-through.ts';

/** `from..through`, or `coverageFrom=first row..through`, with `@source` where it is not the export of all. */
function file(text: string): OpenedFile {
  const [times = '', source = 'export'] = text.split('@');
  const [begin = '', through = ''] = times.split('..');
  const [said, first = said] = begin.split('=');
  return {
    name: text,
    from: first === 'none' ? Infinity : at(first ?? ''),
    sidecar: {
      ...{ source, sha256: null, sampled: null },
      coverageFrom: !begin.includes('=') ? null : new Date(at(said ?? '')).toISOString(),
      completeThrough: through === '?' ? null : new Date(at(through)).toISOString(),
    },
  };
}

/** An instant of 2026: `08-01` or `08-01T03`. */
function at(text: string): number {
  return Date.parse(`2026-${text.includes('T') ? text : `${text}T00`}:00:00Z`);
}

it.each([
  ['one file', ['08-01..09-01'], '09-01'],
  ['files that follow each other, in any order', ['09-01..10-01', '10-01..11-01', '08-01..09-01'], '11-01'],
  ['a first row some hours later', ['08-01..09-01', '09-01T09..10-01'], '10-01'],
  ['a first row days later', ['08-01..09-01', '09-03..10-01'], '09-01'],
  ['days of which one is missing', ['08-01..08-02', '08-03..08-04'], '08-02'],
  ['hours of which one is missing', ['08-01T00..08-01T01', '08-01T02..08-01T03'], '08-01T01'],
  ['a begin that is said, and a late first row', ['08-01..09-01', '09-01=09-20..10-01'], '10-01'],
  ['a begin that is said to be later', ['08-01..09-01', '09-01T01=09-01T02..10-01'], '09-01'],
  ['late rows of the month before', ['08-01..09-01', '08-30..10-01'], '09-01'],
  ['late rows before a begin that is said', ['08-01..09-01', '09-01=08-30..10-01'], '10-01'],
  ['a month that is missing', ['08-01..09-01', '10-01..11-01'], '09-01'],
  ['two exports of the same months', ['08-01..10-01', '08-01..09-01'], '09-01'],
  [
    'two exports, each month by month',
    ['08-01..09-01', '08-01..09-01', '09-01..10-01', '09-01..10-01'],
    '10-01',
  ],
  ['two exports, of which one goes on', ['08-01..09-01', '08-01..09-01', '09-01..10-01'], '09-01'],
  ['another source', ['08-01..09-01', '09-01..10-01@other'], '09-01'],
  ['a file without rows', ['08-01..09-01', 'none..10-01'], '09-01'],
  ['a file that does not say it', ['08-01..09-01', '09-01..?'], null],
  ['no file', [], null],
])('%s', (_, files, expected) => {
  expect(completeThrough(files.map(file))).toBe(expected === null ? null : at(expected));
});
