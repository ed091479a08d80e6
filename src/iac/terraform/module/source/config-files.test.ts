import { describe, expect, it } from 'vitest';
import { configFiles } from './config-files.ts';

describe('configFiles', () => {
  it.each<[string, string[], string[], string[]]>([
    [
      'all four forms',
      ['a.tf', 'b.tofu', 'c.tf.json', 'd.tofu.json'],
      ['a.tf', 'b.tofu', 'c.tf.json', 'd.tofu.json'],
      [],
    ],
    ['a twin hides', ['a.tf', 'a.tofu', 'b.tf.json', 'b.tofu.json'], ['a.tofu', 'b.tofu.json'], []],
    ['only a twin of the same syntax hides', ['a.tf', 'a.tofu.json'], ['a.tf', 'a.tofu.json'], []],
    [
      'overrides',
      ['a.tf', 'override.tf', 'x_override.tf.json', 'overrides.tf'],
      ['a.tf', 'overrides.tf'],
      ['override.tf', 'x_override.tf.json'],
    ],
    ['a hidden override', ['override.tf', 'override.tofu'], [], ['override.tofu']],
    ['files of editors', ['.a.tf', 'a.tf~', '#a.tf#', '.tf'], [], []],
    [
      'files that are something else',
      [
        'a.tfvars',
        'a.tftest.hcl',
        'x.tofutest.json',
        '.terraform.lock.hcl',
        'a.tfcomponent.hcl',
        'a.tf.bak',
        'tf',
        'a.tfquery.hcl',
      ],
      [],
      [],
    ],
  ])('%s', (_, names, primary, override) => {
    expect(configFiles(names)).toEqual({ primary, override });
  });
});
