import { expect, it } from 'vitest';
import type { Json } from '../../lib/json.ts';
import { planConfiguration } from './configuration.ts';

it.each([
  ['of the root', undefined, 'eu-west-1'],
  ['in a module, where the name is that of another variable', 'module.m', undefined],
])('takes the value of a variable for the region of a provider %s', (_, module_address, value) => {
  const region = { references: ['var.place'] };
  const aws = {
    name: 'aws',
    expressions: { region },
    ...(module_address === undefined ? {} : { module_address }),
  };
  const { providers } = planConfiguration(
    { provider_config: { aws }, root_module: {} },
    { place: { value: 'eu-west-1' } },
  );
  const found = providers.get('aws')?.region;
  expect(found).toEqual({ kind: 'expression', ...region, ...(value === undefined ? {} : { value }) });
});

const resource = (expressions: Json): Json => ({ type: 'a_b', name: 'c', expressions });

it('joins what is written in blocks of one name, and in the blocks within these', () => {
  const inner = (...names: string[]): Json => names.map((name) => ({ [name]: {} }));
  const outer: Json = [{ deep: inner('x') }, { deep: inner('y', 'z'), v: {} }, { w: {} }];
  const { blocks } = planConfiguration({ root_module: { resources: [resource({ outer })] } }, undefined);
  const found = blocks.get('a_b.c')?.written.blocks.get('outer');
  expect(found?.count).toBe(3);
  expect([...(found?.written.names.keys() ?? [])].sort()).toEqual(['deep', 'v', 'w']);
  const deep = found?.written.blocks.get('deep');
  expect([...(deep?.written.names.keys() ?? [])].sort()).toEqual(['x', 'y', 'z']);
});

it('looks at modules within 32 modules', () => {
  const nested = (depth: number): Json => ({
    resources: [resource({})],
    ...(depth === 0 ? {} : { module_calls: { m: { module: nested(depth - 1) } } }),
  });
  expect(planConfiguration({ root_module: nested(32) }, undefined).blocks.size).toBe(33);
  expect(planConfiguration({ root_module: nested(40) }, undefined).blocks.size).toBe(33);
});
