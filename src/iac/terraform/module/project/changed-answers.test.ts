import { expect, it } from 'vitest';
import { memoryTree } from '../../../../../test/support/memory-tree.ts';
import { openTerraform, ParseCache, readTerraform } from '../../index.ts';
import { sketch } from '../../evaluate/vectors/sketch.ts';
import { changedAnswers } from './changed-answers.ts';

const ROOT = `data "x_image" "i" {
  pattern = "web"
  owner   = null
}
resource "x_y" "z" {
  read = [data.x_image.i.pattern, data.x_image.i.owner, data.x_image.i.size]
}
`;
const ANSWERS = '{"data.x_image.i": {"pattern": "other", "owner": "me", "size": 3}}';
const PROJECT = {
  path: 'infra',
  varFiles: [],
  variables: {},
  dataFiles: ['data.json'],
  remoteState: { network: 'network.json' },
};

function open(files: Record<string, string>) {
  const tree = memoryTree({ 'infra/main.tf': ROOT, ...files });
  return { tree, side: openTerraform(tree, { projects: [PROJECT], exclude: [], cache: new ParseCache() }) };
}

it('an answer of a data file does not stand above what is written', () => {
  const [resource] = readTerraform(open({ 'infra/data.json': ANSWERS }).side).resources;
  const read = resource?.attributes.entries.get('read');
  expect(read && sketch(read)).toBe('["web","me",3]');
});

it.each<[string, Record<string, string>, Record<string, string>, string[]]>([
  ['the same', { 'infra/data.json': '{}' }, { 'infra/data.json': '{}', 'infra/main.tf': '' }, []],
  ['edited', { 'infra/data.json': '{}' }, { 'infra/data.json': ANSWERS }, ['infra/data.json changes']],
  ['new', {}, { 'infra/network.json': '{"a": 1}' }, ['infra/network.json is new']],
  ['gone, which is an error of its own', { 'infra/data.json': '{}' }, {}, []],
  ['of no project', {}, { 'infra/other.json': '{}' }, []],
])('answers that are %s', (_, base, head, expected) => {
  const [before, after] = [open(base), open(head)];
  const found = changedAnswers(before.tree, after.tree, after.side.projects);
  expect(found.map(({ message }) => message.split(':')[0])).toEqual(expected);
  for (const one of found) expect(one).toMatchObject({ severity: 'warning', code: 'answers-changed' });
});
