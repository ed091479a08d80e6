import { expect, test } from 'vitest';
import { secret } from '../../../test/golden/render/build.ts';
import type { ExplainedValue, Explanation } from '../../model/explanation.ts';
import type { SourceRange } from '../../model/source.ts';
import type { Value } from '../../model/value.ts';
import { renderExplanationJson } from './json.ts';
import { renderExplanation } from './terminal.ts';

const EVIL = '\u001B[2Jevil\u202E\u0007';

function at(file: string, line: number, column = 1): SourceRange {
  return { file, start: { line, column }, end: { line, column: column + 1 } };
}

function explained(path: string, value: Value, more: Partial<ExplainedValue> = {}): ExplainedValue {
  return { path, value, places: [], assumptions: [], priced: false, ...more };
}

function explanation(more: Partial<Explanation>): Explanation {
  return {
    side: { ref: 'main', commit: 'a'.repeat(40) },
    project: 'infra',
    address: 'aws_instance.web',
    kind: 'local',
    source: at('main.tf', 3),
    values: [],
    complete: true,
    resource: null,
    diagnostics: [],
    ...more,
  };
}

const size: Value = { kind: 'string', value: 'm5.large', origin: [] };

test('a value stands above the chain of its places, in columns', () => {
  const places = [
    { source: at('prod.tfvars', 12, 18), role: 'variable file', line: 'size = "m5.large"' },
    { source: at('main.tf', 30, 3), role: 'size of module.web', line: null },
    { source: at('modules/web/main.tf', 4, 3), role: 'aws_instance.web', line: 'x'.repeat(300) },
  ];
  const unknown: Value = {
    kind: 'unknown',
    reason: 'data-source',
    detail: 'data.aws_ami.a.id',
    origin: [],
    candidates: [size],
    fallback: size,
    prefix: 'ami-',
  };
  const text = renderExplanation(
    explanation({
      values: [
        explained('instance_type', size, { places, priced: true, assumptions: ['a table of types'] }),
        explained('ami', unknown),
        explained('password', secret('hunter2')),
      ],
    }),
    { color: false, width: 100 },
  );
  expect(text.split('\n')).toEqual([
    'aws_instance.web, a local value of project infra, main.tf:3 at main',
    '',
    '  instance_type = "m5.large" in the price',
    '      assumed: a table of types',
    '        prod.tfvars:12:18        variable file       │ size = "m5.large"',
    '      → main.tf:30:3             size of module.web',
    `      → modules/web/main.tf:4:3  aws_instance.web    │ ${'x'.repeat(45)}…`,
    '',
    '  ami = unknown: data.aws_ami.a.id is read from the cloud; one of "m5.large"; else "m5.large";',
    '      begins with "ami-"',
    '',
    '  password = (sensitive)',
    '',
  ]);
});

test('hostile text says nothing to a terminal, and secrets are in no format', () => {
  const origin = [] as const;
  const evil: Value = { kind: 'string', value: EVIL, origin };
  const hidden: Value = { kind: 'list', items: [evil, secret('hunter2')], origin };
  const input = explanation({
    side: { ref: EVIL, commit: 'b'.repeat(40) },
    ...{ project: EVIL, address: EVIL, kind: 'resource', source: at(EVIL, 1) },
    values: [
      explained(EVIL, evil, {
        places: [{ source: at(EVIL, 1), role: EVIL, line: EVIL }],
        assumptions: [EVIL],
      }),
      explained('list', hidden),
    ],
    diagnostics: [{ severity: 'error', code: EVIL, message: EVIL, source: at(EVIL, 1) }],
    resource: {
      type: EVIL,
      repetition: 'unknown',
      region: explained('region', {
        kind: 'unknown',
        reason: 'data-source',
        detail: EVIL,
        prefix: EVIL,
        origin,
      }),
      price: 'priced',
      notWritten: [EVIL],
      alsoPriced: [EVIL],
      tags: [{ key: EVIL, state: 'known', value: EVIL, reason: null, from: EVIL, source: at(EVIL, 1) }],
      moreTags: EVIL,
      defaultTags: [explained('password', secret('hunter2'))],
    },
  });
  const text = renderExplanation(input, { color: false, width: 100 });
  const json = renderExplanationJson(input, { toolVersion: '1.0.0' });
  expect(text + json).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u);
  expect(text + json).not.toContain('hunter');
});

test('many values are cut, and that is said', () => {
  const values = Array.from({ length: 230 }, (_, index) => explained(`a${index}`, size));
  const text = renderExplanation(explanation({ values, complete: false }), { color: false, width: 100 });
  expect(text).toContain('a199 = ');
  expect(text).not.toContain('a200 = ');
  expect(text).toContain('… and 30 more');
  expect(text).toContain('There are more values than are listed.');
});
