import { join } from 'node:path';
import { exampleShop } from '../support/example-shop.ts';
import { temporaryRepository } from '../support/temporary-repository.ts';
import { manyFiles, manyResources } from './generate.ts';
import { manyRoots, nestedModules, sharedModules } from './modules.ts';
import { writePlan } from './plan/file.ts';
import { measure } from './measure.ts';
import type { Measured } from './measure.ts';

/** Seconds and MB that a case should stay under on two cores; `wall` is what a person waits. */
interface Goal {
  readonly wall: number;
  readonly memory?: number;
}

/** Prints how long checks of generated repositories take: whole cold processes of the built command line. */
export function benchCheck(): void {
  console.log('case                             runs   wall s    CPU s   peak MB   wall/goal');

  report('demo (two commits, then check)', { wall: 0.6 }, measure(['demo'], 7));
  generated('check, examples/shop', { wall: 0.6 }, 7, (size) =>
    exampleShop(size === 'm5.large' ? ['base'] : ['base', 'change']),
  );
  generated('check, 1,000 resources', { wall: 1 }, 7, (size) => manyResources(1_000, size));
  generated('check, 10,000 resources', { wall: 4, memory: 400 }, 5, (size) => manyResources(10_000, size));
  generated('check, 4,000 files, one root', { wall: 1.5, memory: 400 }, 5, (size) => manyFiles(4_000, size));
  generated('check --all, 4,000 files', { wall: 5, memory: 400 }, 5, (size) => manyFiles(4_000, size), [
    '--all',
  ]);
  const sizeOf = (instanceType: string): number => (instanceType === 'm5.large' ? 10 : 20);
  generated('check, modules 30 deep, twice each', { wall: 5, memory: 400 }, 3, (size) =>
    nestedModules(30, sizeOf(size)),
  );
  generated('check, 500 roots, 40 modules', { wall: 5, memory: 450 }, 3, (size) =>
    sharedModules(500, 40, sizeOf(size)),
  );
  generated('check, 3,000 roots', { wall: 3, memory: 400 }, 3, (size) => manyRoots(3_000, sizeOf(size)));
  planned('check, plan of 110 MB', { wall: 2, memory: 300 }, 5, 15_548);
}

function planned(name: string, goal: Goal, runs: number, objects: number): void {
  using repository = temporaryRepository();
  const base = repository.commit({});
  const plan = join(repository.folder, 'plan.json');
  writePlan(plan, objects);
  report(name, goal, measure(['check', '--repo', repository.folder, '--base', base, '--plan', plan], runs));
}

function generated(
  name: string,
  goal: Goal,
  runs: number,
  files: (instanceType: string) => Record<string, string>,
  more: readonly string[] = [],
): void {
  using repository = temporaryRepository();
  const base = repository.commit(files('m5.large'));
  const head = repository.commit(files('m5.xlarge'));
  const args = ['check', '--repo', repository.folder, '--base', base, '--head', head, ...more];
  report(name, goal, measure(args, runs));
}

function report(name: string, goal: Goal, measured: Measured): void {
  const { wall, cpu, memory, runs } = measured;
  const over =
    goal.memory !== undefined && memory > goal.memory ? `  memory over the goal of ${goal.memory} MB` : '';
  const columns = [
    name.padEnd(32),
    String(runs).padStart(4),
    wall.toFixed(3).padStart(8),
    cpu.toFixed(3).padStart(8),
    memory.toFixed(0).padStart(9),
    (wall / goal.wall).toFixed(2).padStart(11),
  ];
  console.log(columns.join(' ') + over);
}
