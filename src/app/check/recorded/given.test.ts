import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { memoryTree } from '../../../../test/support/memory-tree.ts';
import { temporaryRepository } from '../../../../test/support/temporary-repository.ts';
import { givenFile, refuseCommitted } from './given.ts';

describe('what a file is called', () => {
  it.each([
    ['plan.json', undefined, 'plan.json'],
    ['./p/plan.json', undefined, 'p/plan.json'],
    ['p\\plan.json', undefined, 'p/plan.json'],
    ['infra/prod=p/plan.json', 'infra/prod', 'p/plan.json'],
    ['shop=a=b.json', 'shop', 'a=b.json'],
    ['=plan.json', undefined, '=plan.json'],
    ['/home/someone/plan.json', undefined, 'plan.json'],
    ['shop=/home/someone/plan.json', 'shop', 'plan.json'],
    ['../someone/plan.json', undefined, 'plan.json'],
  ])('%s', (argument, project, name) => {
    expect(givenFile(argument)).toMatchObject({ project, name });
  });

  it('is that of a file with an equals sign, where there is one', () => {
    using repository = temporaryRepository();
    writeFileSync(join(repository.folder, 'a=b.json'), '');
    expect(givenFile('a=b.json', repository.folder)).toMatchObject({ project: undefined, name: 'a=b.json' });
  });
});

describe('a file that the change brings', () => {
  const tree = {
    ...memoryTree({ 'plans/committed.json': '' }),
    submodules: new Map([['sub', 'c0ffee']]),
    skipped: [{ path: 'large.json', reason: 'too large' as const }],
  };

  it.each([
    ['in the commit', 'plans/committed.json', true],
    ['by a link to it', 'link.json', true],
    ['in a submodule', 'sub/plan.json', true],
    ['in a folder of a submodule', 'sub/deep/plan.json', true],
    ['too large to be read', 'large.json', true],
    ['made beside them', 'plans/made.json', false],
    ['in a folder with a name that begins alike', 'sub2/plan.json', false],
    ['that is not there', 'gone.json', false],
  ])('%s', (_, path, isRefused) => {
    using repository = temporaryRepository();
    for (const folder of ['plans', 'sub/deep', 'sub2'])
      mkdirSync(join(repository.folder, folder), { recursive: true });
    for (const file of ['plans/committed.json', 'plans/made.json', 'sub/plan.json', 'sub/deep/plan.json'])
      writeFileSync(join(repository.folder, file), '{}');
    for (const file of ['sub2/plan.json', 'large.json']) writeFileSync(join(repository.folder, file), '{}');
    symlinkSync('plans/committed.json', join(repository.folder, 'link.json'));
    for (const kind of ['plans', 'basePlans', 'states']) {
      const files = {
        plans: [],
        basePlans: [],
        states: [],
        folder: repository.folder,
        [kind]: [`shop=${path}`],
      };
      const refuse = (onlyUncommitted: boolean) => () => {
        refuseCommitted({ ...files, onlyUncommitted }, repository.folder, tree);
      };
      if (isRefused) expect(refuse(true)).toThrow(`${path} is part of the commit that it is to judge`);
      else expect(refuse(true)).not.toThrow();
      expect(refuse(false)).not.toThrow();
    }
  });
});

describe('the sidecar of usage that the change brings', () => {
  const head = {
    ...memoryTree({ 'usage.csv.meta.yaml': '' }),
    skipped: [{ path: 'linked.csv.meta.yaml', reason: 'symbolic link' as const }],
  };

  it.each([
    ['usage.csv', true],
    ['linked.csv', true],
    ['made.csv', false],
  ])('%s is refused: %s', (usage, isRefused) => {
    using repository = temporaryRepository();
    for (const file of ['usage.csv', 'usage.csv.meta.yaml', 'linked.csv', 'made.csv', 'made.csv.meta.yaml'])
      writeFileSync(join(repository.folder, file), '');
    symlinkSync('made.csv.meta.yaml', join(repository.folder, 'linked.csv.meta.yaml'));
    const given = { plans: [], basePlans: [], states: [], billingUsage: [usage] };
    const refuse = (): void => {
      refuseCommitted(
        { ...given, folder: repository.folder, onlyUncommitted: true },
        repository.folder,
        head,
      );
    };
    if (isRefused) expect(refuse).toThrow(`${usage}.meta.yaml is part of the commit`);
    else expect(refuse).not.toThrow();
  });
});

describe('a price book that the change brings', () => {
  it.each([
    ['book', true],
    ['elsewhere', false],
  ])('%s is refused: %s', (folder, refused) => {
    using repository = temporaryRepository();
    mkdirSync(join(repository.folder, folder));
    writeFileSync(join(repository.folder, folder, 'manifest.json'), '{}');
    const given = { plans: [], basePlans: [], states: [], priceBook: folder };
    const files = { ...given, folder: repository.folder, onlyUncommitted: true };
    const head = memoryTree({ 'book/manifest.json': '{}' });
    const refuse = (): void => {
      refuseCommitted(files, repository.folder, head);
    };
    if (refused) expect(refuse).toThrow('book/manifest.json is part of the commit');
    else expect(refuse).not.toThrow();
  });
});
