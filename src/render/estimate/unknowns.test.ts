import { expect, test } from 'vitest';
import type { CostLine } from '../../model/cost.ts';
import type { EstimatedResource } from '../../model/estimate.ts';
import type { UnresolvedModule } from '../../model/resource.ts';
import type { Block } from '../report/document.ts';
import { unknownSection } from './unknowns.ts';

function resource(address: string, ...reasons: string[]): EstimatedResource {
  const lines = reasons.map((reason) => ({ component: 'Hours', monthly: null, reason }) as CostLine);
  return { cost: { address, lines }, region: null, service: null, tags: {} } as unknown as EstimatedResource;
}

function call(address: string, sourceAddress: string, hint?: string): UnresolvedModule {
  return { address, sourceAddress, reason: 'r', ...(hint && { hint }) } as UnresolvedModule;
}

function textsOf(
  resources: readonly EstimatedResource[],
  unresolvedModules: readonly UnresolvedModule[] = [],
) {
  const unknownTypes = [{ type: 'x_y', count: 2 }];
  const [section] = unknownSection({ resources, coverage: { unknownTypes, unresolvedModules } });
  return { title: section?.title, texts: section?.blocks.flatMap(blockTexts) };
}

function blockTexts(block: Block): string[] {
  if (block.kind === 'list') return block.items.map(plainText);
  return block.kind === 'paragraph' ? [plainText(block.text)] : [];
}

function plainText(cell: unknown): string {
  if (typeof cell === 'string') return cell;
  return Array.isArray(cell) ? cell.map(plainText).join('') : (cell as { text: string }).text;
}

test('one cause is one item, the most frequent first', () => {
  const resources = [resource('a.a', 'rare'), resource('a.b', 'often'), resource('a.c', 'often')];
  expect(textsOf(resources)).toEqual({
    title: 'Not known: 3',
    texts: [
      'often: 2 lines of 2 resources, such as a.b',
      'a.a: Hours: rare',
      'x_y: in no list (2 resources)',
    ],
  });
});

test('calls of one module are one item, with what can be done about them once', () => {
  const calls = [call('module.b', 'm/b/c', 'H.'), call('module.a', 'm/a/c', 'H.'), call('module.c', 'm/a/c')];
  expect(textsOf([], calls).texts?.slice(1)).toEqual([
    'the module m/a/c was not read: 2 calls, such as module.a',
    'module.b: the module m/b/c was not read',
    'H.',
  ]);
});

test('what helps is said for the kinds of reasons that there are', () => {
  const missing = resource(
    'a.a',
    'no price in the book for aws vpc in mars: k',
    'region is unknown: var.r has no value in the sources',
    'usage monthly_hrs is not set',
  );
  const ways = textsOf([missing]).texts?.slice(4);
  expect(ways).toHaveLength(3);
  expect(ways?.[0]).toContain('tollgate prices sync');
  expect(ways?.[1]).toContain('tollgate usage init');
  expect(ways?.[2]).toContain('var_files');
});

test('where all is known there is no section', () => {
  expect(unknownSection({ resources: [], coverage: { unknownTypes: [], unresolvedModules: [] } })).toEqual(
    [],
  );
});
