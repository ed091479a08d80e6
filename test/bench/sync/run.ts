/** Runs a sync of one region against the server whose host is given, into a folder: what the command does, with another host. */
import { pricesSync } from '../../../src/app/prices-sync.ts';
import { keepHeapSmall } from '../../../src/entry/heap.ts';

keepHeapSmall();

const [host = '', out = ''] = process.argv.slice(2);
const base = `https://${host}`;
const { lists, regions } = await pricesSync({
  providers: ['aws'],
  regions: ['eu-west-1'],
  services: ['ec2', 'ec2-reserved'],
  repository: '.',
  out,
  isDryRun: false,
  acceptVanished: true,
  googleKeyVariable: '',
  environment: {},
  today: '2027-01-01',
  progress: { list: () => undefined, rows: () => undefined },
  hosts: { aws: base, azure: base, google: base },
});
for (const { offer, rows, prices, problem } of lists) {
  console.log(`${offer}: ${rows} rows, ${prices} prices${problem === null ? '' : `, ${problem}`}`);
}
for (const one of regions)
  console.log(`${one.service} ${one.region}: ${one.added} new, ${one.kept ?? 'taken'}`);
