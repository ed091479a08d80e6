/**
 * Tries the product on what others wrote; nothing of it is kept here.
 *   npm run corpus -- history --repo ../some-clone --commits 20   the check over real commits
 *   npm run corpus -- plans DIR...                                 the evaluation against plans beside their configuration
 *   npm run corpus -- table REPO...                                what is read and known of whole repositories
 */
const [command = '', ...args] = process.argv.slice(2);
const commands: Readonly<Record<string, () => Promise<{ run: (args: readonly string[]) => void }>>> = {
  history: () => import('./history.ts'),
  plans: () => import('./plans.ts'),
  table: () => import('./table.ts'),
};
const load = commands[command];
if (load === undefined) throw new Error(`One of ${Object.keys(commands).join(', ')} is needed first.`);
(await load()).run(args);
