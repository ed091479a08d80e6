import { spawn } from 'node:child_process';
import type { Handler } from './server.ts';

/**
 * Serves the repositories below a folder as `git http-backend` does, which is what forges run: `/repo/.git/info/refs` and so
 * on. `change` may alter a body on its way.
 */
export function gitBackend(folder: string, change: (body: Buffer) => Buffer = (body) => body): Handler {
  return (request, response) => {
    const url = new URL(request.url ?? '', 'https://localhost');
    const backend = spawn('git', ['http-backend'], {
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_COUNT: '2',
        GIT_CONFIG_KEY_0: 'safe.directory',
        GIT_CONFIG_VALUE_0: '*',
        GIT_CONFIG_KEY_1: 'uploadpack.allowFilter',
        GIT_CONFIG_VALUE_1: 'true',
        GIT_PROJECT_ROOT: folder,
        GIT_HTTP_EXPORT_ALL: '1',
        GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
        REQUEST_METHOD: request.method,
        PATH_INFO: url.pathname,
        QUERY_STRING: url.search.slice(1),
        CONTENT_TYPE: request.headers['content-type'] ?? '',
      },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    request.pipe(backend.stdin);
    const chunks: Buffer[] = [];
    backend.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    backend.on('close', () => {
      const output = Buffer.concat(chunks);
      const end = output.indexOf('\r\n\r\n');
      const headers = output.toString('latin1', 0, end).split('\r\n');
      let status = 200;
      for (const header of headers) {
        const [, name = '', value = ''] = /^([^:]+): (.*)$/.exec(header) ?? [];
        if (name === 'Status') status = Number.parseInt(value, 10);
        else if (name !== '') response.setHeader(name, value);
      }
      response.writeHead(status);
      response.end(change(output.subarray(end + 4)));
    });
  };
}
