import type { Handler } from './server.ts';

/** A module registry: versions of modules by `namespace/name/provider`, each with where its package is. */
export function moduleRegistry(
  modules: Readonly<Record<string, Readonly<Record<string, string>>>>,
  style: 'header' | 'body' = 'header',
): Handler {
  return (request, response) => {
    const path = new URL(request.url ?? '', 'https://localhost').pathname;
    const json = (value: unknown): void => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(value));
    };
    if (path === '/.well-known/terraform.json') {
      json({ 'modules.v1': '/v1/modules' });
      return;
    }
    const [, name = '', version] =
      /^\/v1\/modules\/(\w+\/\w+\/\w+)\/(?:versions|([^/]+)\/download)$/.exec(path) ?? [];
    const versions = modules[name];
    const location = version === undefined ? undefined : versions?.[version];
    if (versions !== undefined && version === undefined) {
      json({ modules: [{ versions: Object.keys(versions).map((one) => ({ version: one })) }] });
    } else if (location !== undefined && style === 'body') json({ location });
    else if (location !== undefined) response.writeHead(204, { 'x-terraform-get': location }).end();
    else response.writeHead(404).end();
  };
}
