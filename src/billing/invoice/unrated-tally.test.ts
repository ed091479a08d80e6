import { expect, it } from 'vitest';
import { JANUARY, used } from './testing/make.ts';
import { UnratedTally } from './unrated-tally.ts';

function tally(...cells: ReturnType<typeof used>): string[] {
  const unrated = new UnratedTally();
  for (const cell of cells) unrated.add(cell, 'because');
  return unrated.list().map(({ key, rows, quantity }) => `${key} ${rows} ${quantity.toFixed()}`);
}

const [cell] = used({ api: '5' }, { within: JANUARY });
if (cell === undefined) throw new Error('There is no cell.');
const other = { ...cell, rows: cell.rows + 2 };

it('adds up cells of one metering', () => {
  expect(tally(cell, other)).toEqual([`api ${cell.rows + other.rows} 10`]);
});

it('counts a cell once, whatever the reasons', () => {
  const unrated = new UnratedTally();
  unrated.add(cell, 'first');
  unrated.add(cell, 'second');
  expect(unrated.list()).toMatchObject([{ reason: 'first', rows: cell.rows }]);
});

it('counts rows once that are metered in two ways', () => {
  const daily = { ...other, window: 'day' as const };
  expect(tally(cell, daily)).toEqual([`api ${daily.rows} 5`]);
  expect(tally(daily, cell)).toEqual([`api ${daily.rows} 5`]);
});

it('counts the rows of two units, which are others', () => {
  expect(tally(cell, { ...cell, unit: 'other' })).toEqual([`api ${2 * cell.rows} 10`]);
});
