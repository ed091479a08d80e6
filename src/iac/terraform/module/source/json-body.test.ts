import { describe, expect, it } from 'vitest';
import { SourceText } from '../../../../model/source.ts';
import { parseJson } from '../../syntax/parse.ts';
import { dynamicBlocks } from './dynamic-blocks.ts';
import { jsonBodies } from './json-body.ts';

/** The value of a property `a` of the language's JSON syntax. */
function value(json: string) {
  const source = new SourceText('main.tf.json', `{"a": ${json}}`);
  const [attribute] = parseJson(source).body.attributes;
  if (attribute === undefined) throw new Error('not read');
  return { source, expression: attribute.value };
}

describe('jsonBodies', () => {
  it.each([
    ['{"x": 1, "//": 2, "y": 3}', [['x', 'y']]],
    ['[{"x": 1}, {}, {"y": 2}]', [['x'], [], ['y']]],
    ['[[{"x": 1}, {"y": 2}], {"z": 3}]', [['x', 'y'], ['z']]],
    ['[{"x": 1}, 2, "${z}", null]', [['x']]],
    ['"${z}"', []],
    ['null', []],
  ])('%s', (json, expected) => {
    const bodies = jsonBodies(value(json).expression);
    expect(bodies.map(({ attributes }) => attributes.map(({ name }) => name))).toEqual(expected);
  });
});

it('dynamic blocks have the property as their label', () => {
  const { source, expression } = value('{"x": {"content": {}}, "y": [{"for_each": []}, {}]}');
  const blocks = dynamicBlocks(source, expression);
  expect(blocks.map(({ block }) => [block.labels[0]?.value, block.body.attributes.length])).toEqual([
    ['x', 1],
    ['y', 1],
    ['y', 0],
  ]);
});
