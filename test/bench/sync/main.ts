import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { loopbackServer } from '../../support/loopback/server.ts';
import { offerOfSize } from './list.ts';

/** Bytes of the offer file of EC2 in a large region. */
const SIZE = 450 * 1024 * 1024;

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** One sync of a list of 450 MB from this machine: its time, MB a second and the greatest memory of its process. */
export async function benchSync(): Promise<void> {
  const program = '.cache/bench-sync.js';
  await build({
    entryPoints: [file('run.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    logLevel: 'warning',
    define: { TOLLGATE_BUNDLED: 'true' },
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
  });
  const path = '/offers/v1.0/aws/AmazonEC2/20260101000000/eu-west-1/index';
  await using server = await loopbackServer((request, response) => {
    if (request.url === `${path}.csv`) Readable.from(offerOfSize(SIZE)).pipe(response);
    else if (request.url?.endsWith('region_index.json') === true) {
      response.end(JSON.stringify({ regions: { 'eu-west-1': { currentVersionUrl: `${path}.json` } } }));
    } else {
      response.end('{"offers": {"AmazonEC2": {"currentRegionIndexUrl": "/region_index.json"}}}');
    }
  });
  const out = mkdtempSync(join(tmpdir(), 'tollgate-bench-'));
  const start = performance.now();
  const usage = await run(program, [server.host, out]);
  const seconds = (performance.now() - start) / 1000;
  rmSync(out, { recursive: true });
  console.log(
    `${(SIZE / 2 ** 20).toFixed(0)} MB in ${seconds.toFixed(1)} s: ${(SIZE / 2 ** 20 / seconds).toFixed(0)} MB/s`,
  );
  console.log(
    `CPU ${((usage.userCPUTime + usage.systemCPUTime) / 1e6).toFixed(1)} s, memory ${(usage.maxRSS / 1024).toFixed(0)} MB`,
  );
}

function run(program: string, args: readonly string[]): Promise<NodeJS.ResourceUsage> {
  const child = spawn(process.execPath, ['--require', file('../meter.cjs'), program, ...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
    env: { ...process.env, NODE_EXTRA_CA_CERTS: file('../../support/loopback/certificate.pem') },
  });
  let text = '';
  child.stdio[3]?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(text) as NodeJS.ResourceUsage);
      else reject(new Error(`the sync ended with ${String(code)}`));
    });
  });
}
