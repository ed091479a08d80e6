import { rangeOf } from '../../model/source.ts';
import type { SourceRange } from '../../model/source.ts';
import { describeUnknown } from '../../model/unknown-text.ts';
import type { ObjectValue, Value } from '../../model/value.ts';
import { fingerprint } from '../diff/fingerprint.ts';
import type { Reading } from './reading.ts';
import type { WantedModule } from '../terraform/module/fetch/package/resolution.ts';
import { isConfigFile } from '../terraform/module/source/config-files.ts';
import { folders, inFolder } from '../terraform/module/source/folders.ts';
import { LIMITS } from './limits.ts';
import { repositoryPath } from './virtual-path.ts';

/** Where the root module of a unit is: a folder of the repository, or somewhere else. */
export type UnitSource =
  | { readonly kind: 'local'; readonly folder: string }
  | {
      readonly kind: 'remote';
      readonly wanted: WantedModule;
      /** As it is written, with the version that stands beside it. */
      readonly address: string;
      readonly source: SourceRange;
    }
  | {
      readonly kind: 'unreadable';
      readonly address: string;
      /** Tells two of them apart; not to be printed. */
      readonly print: string;
      readonly reason: string;
      readonly hint?: string;
      readonly source: SourceRange;
      /** Folders that stand among what it can be. */
      readonly candidates: readonly string[];
      /** All folders that it can be, as far as they are known; undefined when it is none of the repository. */
      readonly possible?: readonly string[];
    };

/**
 * The target of `terraform.source`; undefined when there is none. `//` parts what is copied from the folder in it, and says
 * nothing of a path (Terragrunt documentation, "terraform", and go-getter's detection of what is a path).
 */
export function unitSource(reading: Reading, { entries }: ObjectValue): UnitSource | undefined {
  const terraform = entries.get('terraform');
  const written = terraform && 'entries' in terraform ? terraform.entries.get('source') : undefined;
  if (written === undefined || written.kind === 'null') return undefined;
  const place = placeOf(written);
  if (place === undefined) return undefined;
  const { source, text } = place;
  if (written.kind !== 'string') {
    const why = written.kind === 'unknown' ? describeUnknown(written, 'its source') : 'its source is no text';
    const paths = [...literalPaths(text), ...candidateTexts(written)];
    const candidates = [...new Set(paths.flatMap((path) => localFolder(reading, path)))];
    const possible = [...new Set([...candidates, ...foldersUnder(reading, written)])];
    const reason = `The source cannot be told: ${why}.`;
    const hint = wayOut(written);
    const print = fingerprint(written);
    return { kind: 'unreadable', address: text, print, reason, hint, source, candidates, possible };
  }
  const address = written.value;
  if (address === '') return undefined;
  if (!isPath(address)) {
    return remote(address, terraform, source);
  }
  const [folder] = localFolder(reading, address);
  if (folder !== undefined) return { kind: 'local', folder };
  const reason = 'The path leads out of the repository.';
  return { kind: 'unreadable', address, print: address, reason, source, candidates: [] };
}

/** A source that is not in the repository, with the `version` that may stand beside it. */
function remote(address: string, terraform: Value | undefined, source: SourceRange): UnitSource {
  const version = terraform && 'entries' in terraform ? terraform.entries.get('version') : undefined;
  if (version === undefined || version.kind === 'null') {
    return { kind: 'remote', wanted: wantedModule(address, ''), address, source };
  }
  if (version.kind === 'string') {
    const shown = `${address} (version ${version.value})`;
    return { kind: 'remote', wanted: wantedModule(address, version.value), address: shown, source };
  }
  const why = version.kind === 'unknown' ? describeUnknown(version, 'it') : 'it is no text';
  const reason = `The version of the source cannot be told: ${why}.`;
  const print = JSON.stringify([address, fingerprint(version)]);
  return { kind: 'unreadable', address, print, reason, hint: wayOut(version), source, candidates: [] };
}

/** A registry is asked by `tfr://host/namespace/name/provider//folder?version=1.2.3`, without a host the one of the program. */
function wantedModule(address: string, version: string): WantedModule {
  const [, path = '', query = ''] = /^tfr:\/\/([^?]*)(?:\?(.*))?$/s.exec(address) ?? [];
  if (path === '') return { source: address, version };
  return { source: path.replace(/^\//, ''), version: new URLSearchParams(query).get('version') ?? version };
}

/** The folder of the repository that an address names; none when it names something else. */
function localFolder({ unit }: Reading, address: string): readonly string[] {
  if (!isPath(address)) return [];
  const folder = repositoryPath(unit, address.replace(/\?.*$/s, '').replace(/\/\/+/g, '/'));
  return folder === undefined ? [] : [folder];
}

/** The paths that stand in an expression as they are, such as on a side of a conditional. */
function literalPaths(text: string): readonly string[] {
  return [...text.matchAll(/"(\.\.?\/[^"$]*)"/g)].map(([, path = '']) => path);
}

function candidateTexts(written: Value): readonly string[] {
  const candidates = (written.kind === 'unknown' ? written.candidates : undefined) ?? [];
  return candidates.flatMap((one) => (one.kind === 'string' ? [one.value] : []));
}

/** The folders with configuration that a source can be of which the beginning is known; the first of very many. */
function foldersUnder({ unit, loader }: Reading, written: Value): readonly string[] {
  const prefix = written.kind === 'unknown' ? written.prefix : undefined;
  if (prefix === undefined || !isPath(prefix)) return [];
  const [, above = '', name = ''] = /^(.*\/)?(.*)$/s.exec(prefix.replace(/\/\/+/g, '/')) ?? [];
  const folder = above === '' ? undefined : repositoryPath(unit, above);
  if (folder === undefined) return [];
  const start = inFolder(folder, name);
  return [...folders(loader.tree)]
    .filter(([path, names]) => path.startsWith(start) && names.some(isConfigFile))
    .map(([path]) => path)
    .slice(0, LIMITS.candidates);
}

/** What the user can tell. */
function wayOut(written: Value): string {
  const detail = written.kind === 'unknown' ? written.detail : undefined;
  const name = /^get_env\("(.*)"\)$/.exec(detail ?? '')?.[1];
  return name === undefined
    ? 'Environment variables and feature flags can be told under "terragrunt" in tollgate.yml.'
    : `Tell ${name} under "terragrunt.env" in tollgate.yml.`;
}

/** Without a getter, a scheme, or a host that go-getter knows. */
function isPath(address: string): boolean {
  return !/^([a-z0-9+.-]+::|[a-z0-9+.-]+:\/\/|git@|(github\.com|gitlab\.com|bitbucket\.org)\/)/i.test(
    address,
  );
}

function placeOf({ origin }: Value): { source: SourceRange; text: string } | undefined {
  const span = origin.at(-1);
  if (span === undefined) return undefined;
  return { source: rangeOf(span), text: span.source.text.slice(span.start, span.end) };
}
