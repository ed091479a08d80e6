import { expect, test } from 'vitest';
import { result } from '../../../test/golden/render/build.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { UnresolvedModule } from '../../model/resource.ts';
import type { CheckResult } from '../../model/result.ts';
import { renderTerminal } from '../terminal.ts';

const at = (file: string, line: number) => ({
  file,
  start: { line, column: 1 },
  end: { line, column: 2 },
});
const doubt = (line: number, more: Partial<Diagnostic>): Diagnostic => ({
  severity: 'warning',
  code: 'hcl-syntax',
  message: `Doubt ${line}.`,
  source: at('a.tf', line),
  ...more,
});
const call = (file: string, sourceAddress: string): UnresolvedModule => ({
  ...{ project: file, address: 'module.m', sourceAddress, reason: 'It is not here.' },
  ...{ source: at(file, 3), fingerprint: file },
});

/** The items of lists, without the part that is shown on request and with it. */
function items(content: Partial<CheckResult>): [string[], string[]] {
  const of = (details: boolean): string[] =>
    renderTerminal(result(content), { color: false, width: 400, details })
      .split('\n')
      .flatMap((text) => (text.startsWith('  • ') ? [text.slice(4)] : []));
  const short = of(false);
  return [short, of(true).filter((item) => !short.includes(item))];
}

test('doubts that the base has too are counted by kind, and listed on request; new ones are shown', () => {
  const diagnostics = [
    doubt(1, { standing: true }),
    doubt(2, { standing: true }),
    doubt(3, {}),
    doubt(4, { code: 'terragrunt', standing: true }),
  ];
  const [short, more] = items({ diagnostics });
  expect(short).toEqual([
    'a.tf:3 warning: Doubt 3. (hcl-syntax)',
    'a.tf:4 warning: Doubt 4. (terragrunt)',
    '2 warnings of one kind that the base has too (hcl-syntax)',
  ]);
  expect(more.filter((item) => item.includes('warning'))).toEqual([
    'a.tf:1 warning: Doubt 1. (hcl-syntax)',
    'a.tf:2 warning: Doubt 2. (hcl-syntax)',
  ]);
});

test('calls of one module that was not read are one item, and each place stands in the details once', () => {
  const { coverage } = result({});
  const unresolvedModules = [call('a.tf', 'x/kms/aws'), call('a.tf', 'x/kms/aws'), call('b.tf', 'x/kms/aws')];
  const [short, more] = items({
    coverage: { ...coverage, unresolvedModules: [...unresolvedModules, call('c.tf', 'x/vpc/aws')] },
  });
  expect(short).toEqual([
    'x/kms/aws, 3 calls, such as a.tf:3 module.m: It is not here.',
    'c.tf:3 module.m from x/vpc/aws: It is not here.',
  ]);
  expect(more.filter((item) => item.includes('x/kms/aws'))).toEqual([
    'a.tf:3 module.m from x/kms/aws: It is not here.',
    'b.tf:3 module.m from x/kms/aws: It is not here.',
  ]);
});
