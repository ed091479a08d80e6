import { writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { notices } from './notices.ts';

/**
 * Bundles the command line and the action as ESM into dist/. Same sources, same bytes: no dates, no
 * absolute paths. What is not code (prices, policies, catalog, schemas, examples) is read from beside dist/.
 */
const result = await build({
  entryPoints: { cli: 'src/entry/cli.ts', action: 'src/entry/action.ts' },
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  charset: 'utf8',
  metafile: true,
  logLevel: 'warning',
  define: { TOLLGATE_BUNDLED: 'true' },
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
});

writeFileSync('dist/THIRD-PARTY-NOTICES.txt', notices(Object.keys(result.metafile.inputs)));
for (const [file, output] of Object.entries(result.metafile.outputs)) {
  console.log(`${file} ${(output.bytes / 1024).toFixed(0)} KB`);
}
