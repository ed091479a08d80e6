import { describe, expect, it } from 'vitest';
import type { Json } from '../../lib/json.ts';
import { planConfiguration } from './configuration.ts';
import { configuredProvider } from './configured-provider.ts';

const region = (value: string): object => ({ region: { constant_value: value } });
const root = { aws: { name: 'aws', expressions: region('eu-west-1') } };
const far = { 'aws.far': { name: 'aws', alias: 'far', expressions: region('us-east-1') } };
const inModule = (module_address: string, expressions?: object): object => ({
  name: 'aws',
  module_address,
  expressions,
});

/** The region of what was found; `open` when one cannot tell which it is, `none` when nothing is configured. */
function found(provider_config: object, key: string | undefined, modulePath: string): unknown {
  const configuration = planConfiguration(JSON.parse(JSON.stringify({ provider_config })) as Json, undefined);
  const one = configuredProvider(configuration, { key, provider: 'aws', modulePath });
  if (one === undefined || one.region.kind === 'absent') return 'none';
  expect(one.defaultTags.kind === 'expression').toBe(one.region.kind === 'expression');
  return one.region.kind === 'constant' ? one.region.value : 'open';
}

const [m, deep] = ['module.m', 'module.m.module.n'];
const last = { 'module.x:aws': inModule('module.x', region('sa-east-1')) };

describe('the provider configuration of a block', () => {
  it.each<[string, object, string | undefined, string, string]>([
    ['the root has it', root, 'aws', '', 'eu-west-1'],
    ['under an alias', { ...root, ...far }, 'aws.far', m, 'us-east-1'],
    ['nothing is configured', {}, 'aws', '', 'none'],
    ['only a requirement', { aws: { name: 'aws' } }, 'aws', '', 'none'],
    ['an alias that is not there', root, 'aws.gone', '', 'open'],
    ['no key', root, undefined, '', 'eu-west-1'],
    ['no key, and several', { ...root, ...far }, undefined, '', 'open'],
    ['inherited', root, 'm:aws', m, 'eu-west-1'],
    ['inherited through a module', root, 'n:aws', deep, 'eu-west-1'],
    ['inherited past a requirement', { ...root, 'module.m:aws': inModule(m) }, 'm:aws', m, 'eu-west-1'],
    ['inherited, where another could be passed', { ...root, ...far }, 'm:aws', m, 'open'],
    ['inherited, where only another could be passed', far, 'm:aws', m, 'open'],
    ['inherited under an alias', root, 'm:aws.far', m, 'open'],
    ['inherited, with nothing configured', {}, 'm:aws', m, 'none'],
    ['that of another module', last, 'm:aws', m, 'none'],
    [
      'that of a module of the same name',
      { 'm:aws': inModule('m', region('x')) },
      'm:aws',
      'module.a.module.m',
      'none',
    ],
    ['its own, by its key', { ...root, 'module.m:aws': inModule(m, region('x')) }, 'module.m:aws', m, 'x'],
    ['its own, by an older key', { ...root, 'module.m:aws': inModule(m, region('x')) }, 'm:aws', m, 'x'],
    ['its own, as 0.12 writes it', { ...root, 'm.n:aws': inModule('m.n', region('x')) }, 'n:aws', deep, 'x'],
    [
      'that of the module around it, or of the root',
      { ...root, 'm:aws': inModule('m', region('x')) },
      'n:aws',
      deep,
      'open',
    ],
    ['an empty block of its own', { ...root, 'module.m:aws': inModule(m) }, 'module.m:aws', m, 'open'],
    ['an empty block and nothing above', { 'module.m:aws': inModule(m) }, 'module.m:aws', m, 'none'],
  ])('%s', (_, providers, key, modulePath, expected) => {
    expect(found(providers, key, modulePath)).toBe(expected);
  });

  it('is open where the plan tells of no configuration', () => {
    const one = configuredProvider(planConfiguration(undefined, undefined), {
      ...{ key: undefined, provider: 'aws', modulePath: '' },
    });
    expect(one).toMatchObject({ region: { kind: 'expression' }, defaultTags: { kind: 'expression' } });
  });
});
