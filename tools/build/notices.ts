import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byCodePoint } from '../../src/lib/order.ts';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/** The licence texts of all packages whose files went into the bundles, sorted by name and version. */
export function notices(inputs: readonly string[]): string {
  const folders = new Set(inputs.map(packageFolder).filter((folder) => folder !== undefined));
  const entries = [...folders].map((folder) => {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
    return {
      title: `${manifest.name} ${manifest.version} (${manifest.license ?? 'see text'})`,
      text: licence(folder),
    };
  });
  const unique = new Map(entries.map((entry) => [entry.title, entry.text]));
  const sections = [...unique]
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([title, text]) => `${title}\n\n${text}\n`);
  return ['Tollgate contains the following third-party software.\n', ...sections].join(
    `\n${'-'.repeat(72)}\n\n`,
  );
}

function packageFolder(file: string): string | undefined {
  const at = file.lastIndexOf('node_modules/');
  if (at === -1) return undefined;
  const [scope = '', name = ''] = file.slice(at + 'node_modules/'.length).split('/');
  return file.slice(0, at) + 'node_modules/' + (scope.startsWith('@') ? `${scope}/${name}` : scope);
}

function licence(folder: string): string {
  const file = readdirSync(folder)
    .sort(byCodePoint)
    .find((name) => /^(licen[cs]e|copying)/i.test(name));
  if (file !== undefined && existsSync(join(folder, file))) {
    return readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  }
  return 'The package states this licence in its manifest and ships no text.';
}
