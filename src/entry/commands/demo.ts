import { Command } from 'commander';
import { check } from '../../app/check.ts';
import { demoRepository } from '../../app/demo.ts';
import { renderReport } from '../../app/report.ts';
import { terminalLook } from '../terminal.ts';

/** `tollgate demo`: the gate on the example shop, in a repository that stays to play with. */
export function demoCommand(): Command {
  return new Command('demo')
    .description('Make a small web shop in a temporary git repository and say what the gate would say.')
    .addHelpText('after', '\nExample:\n  tollgate demo')
    .action(async () => {
      const { folder, base, head } = demoRepository();
      const { result } = await check({ repository: folder, base, head });
      process.stdout.write(renderReport(result, 'terminal', terminalLook(process.stdout, false, false)));
      const program = process.argv[1] ?? 'tollgate';
      console.log(`\nThe repository is in ${folder}: branch "${base}" is the shop, "${head}" the change.`);
      console.log(`Edit it and look again:  node ${program} check --repo ${folder}`);
      console.log(
        `See the comment:         node ${program} check --repo ${folder} --base main --head change --format markdown`,
      );
    });
}
