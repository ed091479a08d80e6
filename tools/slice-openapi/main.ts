/**
 * Cuts the operations in use out of GitHub's OpenAPI description (npm `@octokit/openapi`, MIT) into
 * `test/fake-github/openapi.slice.json`. The package is too large to depend on: install it elsewhere and pass the
 * path of its `generated/api.github.com.json`:
 *
 *     npm install --prefix <folder> @octokit/openapi@23.0.2
 *     node tools/slice-openapi/main.ts <folder>/node_modules/@octokit/openapi/generated/api.github.com.json
 */
import { readFileSync, writeFileSync } from 'node:fs';

import { operations } from './operations.ts';
import { sliceOpenApi } from './slice.ts';

const source = process.argv[2];
if (source === undefined) {
  process.stderr.write('Give the path of api.github.com.json from npm @octokit/openapi 23.0.2.\n');
  process.exitCode = 2;
} else {
  const description = JSON.parse(readFileSync(source, 'utf8')) as Parameters<typeof sliceOpenApi>[0];
  const target = new URL('../../test/fake-github/openapi.slice.json', import.meta.url);
  writeFileSync(target, `${JSON.stringify(sliceOpenApi(description, operations))}\n`);
}
