import { expect, test } from 'vitest';
import { at, finding, result } from '../../test/golden/render/build.ts';
import { result as grown } from '../../test/golden/render/grown/result.ts';
import { result as hostile } from '../../test/golden/render/hostile/result.ts';
import type { CheckResult } from '../model/result.ts';
import { renderSarif } from './sarif.ts';

interface Note {
  readonly level: string;
  readonly descriptor: { readonly id: string };
  readonly message: { readonly text: string };
}
interface Log {
  readonly version: string;
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: { readonly rules: readonly { readonly id: string; readonly helpUri?: string }[] };
      };
      readonly invocations: readonly [
        { readonly executionSuccessful: boolean; readonly toolExecutionNotifications: readonly Note[] },
      ];
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly message: { readonly text: string };
        readonly partialFingerprints: Readonly<Record<string, string>>;
        readonly locations: readonly [
          {
            readonly physicalLocation: {
              readonly artifactLocation: { readonly uri: string };
              readonly region: { readonly startLine: number; readonly startColumn: number };
            };
          },
        ];
      }[];
    },
  ];
}

const sarif = (input: CheckResult): Log =>
  JSON.parse(renderSarif(input, { headSha: 'a', toolVersion: '1.0.0' })) as Log;

test('each result names its rule, place, level and fingerprint', () => {
  const { version, runs } = sarif(grown);
  const [{ tool, results, invocations }] = runs;
  expect(version).toBe('2.1.0');
  expect(results.map((item) => [item.ruleId, item.level])).toEqual([
    ['required-tags', 'error'],
    ['unit-increase', 'warning'],
  ]);
  for (const item of results) expect(tool.driver.rules[item.ruleIndex]?.id).toBe(item.ruleId);
  expect(results[0]?.locations[0].physicalLocation).toMatchObject({
    artifactLocation: { uri: 'modules/web/main.tf' },
    region: { startLine: 12, startColumn: 1 },
  });
  expect(results[0]?.partialFingerprints).toEqual({ 'tollgate/v1': 'fp-required-tags' });
  expect(invocations[0].executionSuccessful).toBe(true);
});

test('what has no place is a notification: GitHub refuses such results', () => {
  const notes = sarif(grown).runs[0].invocations[0].toolExecutionNotifications;
  expect(notes.map((note) => note.descriptor.id)).toEqual(['monthly-increase']);
});

test('more than 5,000 results are cut and counted', () => {
  const findings = Array.from({ length: 5003 }, (_, index) =>
    finding({ policyId: 'p', message: 'm', source: at('main.tf', index + 1) }),
  );
  const run = sarif(result({ findings })).runs[0];
  expect(run.results.length).toBe(5000);
  expect(run.invocations[0].toolExecutionNotifications[0]?.message.text).toBe(
    '3 more results were left out.',
  );
});

test('hostile text makes no link, and no place outside the repository', () => {
  const run = sarif(hostile).runs[0];
  const texts = [
    ...run.results.map((item) => item.message.text),
    ...run.invocations[0].toolExecutionNotifications.map((note) => note.message.text),
  ];
  for (const text of texts) {
    expect(text).not.toBe('');
    expect(text).not.toContain('](');
  }
  for (const item of run.results) {
    const { uri } = item.locations[0].physicalLocation.artifactLocation;
    expect(uri).not.toMatch(/^\/|(^|\/)\.\.(\/|$)|[\s<>|]/);
  }
  expect(run.tool.driver.rules.some((rule) => rule.helpUri?.startsWith('javascript') === true)).toBe(false);
});

test('a message in the form of a link is broken', () => {
  const message = 'see [here](https://evil.example)';
  const run = sarif(result({ findings: [finding({ policyId: 'p', message, source: at('main.tf', 1) })] }))
    .runs[0];
  expect(run.results[0]?.message.text).toBe('see [here] (https://evil.example)');
});
