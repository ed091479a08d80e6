import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CostLine } from '../../src/model/cost.ts';
import { openBook } from '../../src/pricing/book.ts';
import { openCatalog } from '../../src/estimate/catalog/catalog.ts';
import { estimateResource } from '../../src/estimate/estimate.ts';
import { compileCatalog } from './compile.ts';
import { exampleResource } from './example.ts';
import { plainUsage } from './plain-usage.ts';
import { type Example, readEntries } from './read.ts';

const book = openBook();
const catalog = openCatalog();

it('catalog.json is what the entries give', () => {
  const shipped = readFileSync(new URL('../../catalog/catalog.json', import.meta.url), 'utf8');
  expect(shipped === compileCatalog(), 'run: npm run build:catalog').toBe(true);
});

describe.each(readEntries())('$file', ({ entry, examples }) => {
  it.each(examples)('$title', (example) => {
    const cost = estimateExample(entry.type, example);
    expect(Object.fromEntries(cost.lines.map((line) => [line.component, lineText(line, example)]))).toEqual(
      example.lines,
    );
    if (example.monthly !== undefined) expect(cost.monthly?.likely.toFixed(2) ?? null).toBe(example.monthly);
    expect(new Set(cost.lines.map((line) => line.id)).size).toBe(cost.lines.length);
    for (const line of cost.lines) {
      if (line.price !== null) expect(line.unit, line.component).toBe(line.price.unit);
    }
  });
});

function estimateExample(type: string, example: Example) {
  const region = example.region ?? 'us-east-1';
  const others = Object.entries(example.others ?? {}).map(([address, attributes]) =>
    exampleResource(address, attributes, region),
  );
  return estimateResource(exampleResource(`${type}.example`, example.attributes, region), {
    book,
    catalog,
    usage: plainUsage(example.usage ?? {}),
    lookup: (address) => others.find((other) => other.address === address),
    named: (wanted, attribute, text) =>
      others.find((other) => {
        const value = other.attributes.entries.get(attribute);
        return other.type === wanted && value?.kind === 'string' && value.value === text;
      }),
  });
}

/** "A 32.85", "C 1.00 2.00 3.00", or "D" with the part of the reason that the example names. */
function lineText(line: CostLine, example: Example): string {
  if (line.monthly === null) {
    const wanted = example.lines[line.component]?.replace(/^D ?/, '') ?? '';
    return line.reason?.includes(wanted) === true ? `D ${wanted}`.trim() : `D ${line.reason ?? ''}`;
  }
  const { low, likely, high } = line.monthly;
  const amounts = low.eq(high) ? [likely] : [low, likely, high];
  return [line.evidence, ...amounts.map((amount) => amount.toFixed(2))].join(' ');
}
