import { describe, expect, test } from 'vitest';

import { temporaryRepository } from '../../../test/support/temporary-repository.ts';
import type { CheckResult } from '../../model/result.ts';
import { check } from '../check.ts';

type Files = Readonly<Record<string, string>>;

async function compare(base: Files, head: Files): Promise<CheckResult> {
  using repository = temporaryRepository();
  const [before, after] = [repository.commit(base), repository.commit(head)];
  return (
    await check({ repository: repository.folder, base: before, head: after, now: '2026-11-01T00:00:00Z' })
  ).result;
}

/** Code, place and message of what is said about modules. */
function told({ diagnostics }: CheckResult): string[] {
  return diagnostics
    .filter(({ code }) => code === 'unresolved-module')
    .map(
      ({ severity, source, message }) =>
        `${severity} ${source?.file ?? ''}:${String(source?.start.line)} ${message.replace(/,.*/, '')}`,
    );
}

const eks = (more = ''): string =>
  `module "eks" {\n  source = "terraform-aws-modules/eks/aws"\n  version = "20.0.0"\n${more}}\n`;
const added = 'warning main.tf:1 module.eks is added or changed';

describe('a call of a module that is not in the repository', () => {
  test.each<[string, string, string, string[]]>([
    ['is added', '', eks(), [added]],
    ['has an argument more', eks(), eks('  size = 3\n'), [added]],
    ['has another version', eks(), eks().replace('20.0.0', '21.0.0'), [added]],
    ['is called more often', eks('  count = 1\n'), eks('  count = 2\n'), [added]],
    ['passes on other providers', eks(), eks('  providers = { aws = aws.us }\n'), [added]],
    ['is only laid out otherwise', eks('  size = 3\n'), eks('  # three\n  size   = 3\n'), []],
    ['moves down', eks(), `# a comment\n${eks()}`, []],
    [
      'is removed',
      eks(),
      '',
      ['warning main.tf:1 At the base: module.eks had the source "terraform-aws-modules/eks/aws"'],
    ],
    ['is not called', '', eks('  count = 0\n'), []],
  ])('that %s', async (_, base, head, expected) => {
    const result = await compare({ 'main.tf': base }, { 'main.tf': head });
    expect(told(result)).toEqual(expected);
    expect(result.coverage.changedModules).toBe(expected.length);
  });

  test('whose argument gets another value from a variable file', async () => {
    const main = { 'main.tf': `variable "size" {}\n${eks('  size = var.size\n')}` };
    const result = await compare(
      { ...main, 'a.auto.tfvars': 'size = 1\n' },
      { ...main, 'a.auto.tfvars': 'size = 50\n' },
    );
    expect(told(result)).toEqual(['warning main.tf:2 module.eks is added or changed']);
  });

  test('is told once, however many instances of a module hold it', async () => {
    const head = {
      'main.tf': 'module "m" {\n  source = "./m"\n  for_each = toset(["a"])\n}\n',
      'm/main.tf': eks(),
    };
    expect(told(await compare({}, head))).toEqual([
      'warning m/main.tf:1 module.m["a"].module.eks is added or changed',
    ]);
  });

  test('is told as the error that it is when the source cannot be understood', async () => {
    const head = { 'main.tf': 'module "m" {\n  source = "./nowhere"\n}\n' };
    expect(told(await compare({}, head))).toEqual([expect.stringMatching(/^error main\.tf:1 There is no/)]);
  });

  test('is counted beyond twenty', async () => {
    const calls = Array.from({ length: 23 }, (_, i) => eks().replace('"eks"', `"m${i}"`)).join('');
    const found = told(await compare({}, { 'main.tf': calls }));
    expect(found).toHaveLength(21);
    expect(found.some((one) => one.includes('3 more calls'))).toBe(true);
  });
});
