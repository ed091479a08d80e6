import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

/** A request as a server saw it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
}

/** An HTTPS server on this machine; closed with `await using`. */
export interface LoopbackServer extends AsyncDisposable {
  /** `localhost:PORT` */
  readonly host: string;
  /** The same server under a name that is another host: `127.0.0.1:PORT`. */
  readonly otherHost: string;
  readonly seen: readonly Seen[];
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Starts a server whose certificate this process trusts from now on. */
export async function loopbackServer(handler: Handler): Promise<LoopbackServer> {
  const certificate = read('certificate.pem');
  setDefaultCACertificates([...getCACertificates('default'), certificate]);
  const seen: Seen[] = [];
  const server = createServer({ cert: certificate, key: read('key.pem') }, (request, response) => {
    const { method = '', url = '', headers } = request;
    seen.push({ method, path: url, authorization: headers.authorization });
    handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    host: `localhost:${port}`,
    otherHost: `127.0.0.1:${port}`,
    seen,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
