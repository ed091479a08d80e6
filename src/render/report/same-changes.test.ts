import { expect, test } from 'vitest';
import { cost, costed, line, range, result } from '../../../test/golden/render/build.ts';
import type { CostedChange } from '../../model/result.ts';
import { renderComment } from '../comment.ts';
import { renderHtml } from '../html.ts';
import { renderJson } from '../json.ts';
import { renderTerminal } from '../terminal.ts';

const created = (address: string, project: string, amount: string): CostedChange => {
  const head = cost(address, [line('Instance', range('1'), amount, 'hour')]);
  return costed('create', address, { head: { ...head, project } }, { project });
};

const context = { headSha: 'a'.repeat(40), toolVersion: '1.2.3' };
const rows = (changes: readonly CostedChange[]): string[] =>
  renderTerminal(result({ changes }), { color: false, width: 400, details: true })
    .split('\n')
    .map((text) => text.trim().replace(/ {2,}/g, ' | '));

const environments = Array.from({ length: 15 }, (_, index) => `live/e${index}`);
const alike = environments.map((project) => created('aws_nat_gateway.n', project, '10'));

test('what is the same in several projects is one row with the sum, and the projects are in the details', () => {
  const found = rows([created('aws_instance.i', 'live/e0', '100'), ...alike]);
  const changes = found.filter((row) => row.startsWith('create'));
  expect(changes).toEqual([
    'create | aws_nat_gateway.n in 15 projects | – | $150.00 | +$150.00 | A',
    'create | aws_instance.i in live/e0 | – | $100.00 | +$100.00 | A',
  ]);
  expect(found).toContain(`• aws_nat_gateway.n: ${environments.join(', ')}`);
  expect(found.filter((row) => row.includes('$10.00 per hour'))).toEqual([
    'aws_nat_gateway.n in 15 projects | Instance | 1 hour | $10.00 per hour | $10.00 | fixed | A',
  ]);
  expect(found).toContain('A row for several projects says what each of them has.');
});

test('what differs is told apart by the project', () => {
  const changes = [created('aws_instance.i', 'a', '2'), created('aws_instance.i', 'b', '1')];
  expect(rows(changes).filter((row) => row.startsWith('create'))).toEqual([
    'create | aws_instance.i in a | – | $2.00 | +$2.00 | A',
    'create | aws_instance.i in b | – | $1.00 | +$1.00 | A',
  ]);
});

test('a change in one project names no project', () => {
  const text = rows([created('aws_instance.i', 'live/e0', '1'), created('aws_instance.j', 'live/e0', '1')]);
  expect(text.join('\n')).not.toContain('live/e0');
});

test('the comment and the page group too, the JSON result has each resource', () => {
  const grouped = result({ changes: alike });
  expect(renderComment(grouped, context)).toContain('`aws_nat_gateway.n` in 15 projects');
  const page = renderHtml(grouped, context).replaceAll('<wbr>', '');
  expect(page).toContain('<code>aws_nat_gateway.n</code> in 15 projects');
  const json = JSON.parse(renderJson(grouped, context)) as { changes: { project: string }[] };
  expect(json.changes.map(({ project }) => project)).toEqual(environments);
});
