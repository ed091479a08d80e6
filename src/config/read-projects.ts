import type { ProjectConfig, Regions } from '../model/config.ts';
import type { DocumentNode } from '../model/node.ts';
import type { SourceSpan } from '../model/source.ts';
import { entriesOf, itemsOf, nodeAt, textMap, textOf, textsOf } from './yaml/access.ts';

/** The projects of one entry of `projects`: one, or one for each of its workspaces. */
export function readProjects(node: DocumentNode): readonly ProjectConfig[] {
  const project = readProject(node);
  const workspaces = itemsOf(nodeAt(node, 'workspaces'));
  if (workspaces.length === 0) return [project];
  return workspaces.map((workspace) => inWorkspace(project, workspace));
}

function readProject(node: DocumentNode): ProjectConfig {
  const remoteState = nodeAt(node, 'remote_state');
  const dataFiles = textsOf(nodeAt(node, 'data_files'));
  return {
    path: normalPath(textOf(nodeAt(node, 'path')) ?? ''),
    ...given('name', textOf(nodeAt(node, 'name'))),
    ...given('workspace', textOf(nodeAt(node, 'workspace'))),
    varFiles: textsOf(nodeAt(node, 'var_files')),
    variables: textMap(nodeAt(node, 'variables')),
    ...given('variablePlaces', placesOf(nodeAt(node, 'variables'))),
    ...given('regions', readRegions(nodeAt(node, 'region'))),
    ...given('account', textOf(nodeAt(node, 'account'))),
    ...given('dataFiles', dataFiles.length === 0 ? undefined : dataFiles),
    ...given('remoteState', remoteState === undefined ? undefined : textMap(remoteState)),
  };
}

function placesOf(node: DocumentNode | undefined): ReadonlyMap<string, SourceSpan> | undefined {
  const entries = entriesOf(node);
  return entries.length === 0 ? undefined : new Map(entries.map(({ key, value }) => [key, value.span]));
}

/** A project as it is in one of its workspaces: `name@workspace`, with the variable files of both. */
function inWorkspace(project: ProjectConfig, node: DocumentNode): ProjectConfig {
  const workspace = textOf(node) ?? textOf(nodeAt(node, 'name')) ?? '';
  return {
    ...project,
    name: `${project.name ?? project.path}@${workspace}`,
    workspace,
    varFiles: [...project.varFiles, ...textsOf(nodeAt(node, 'var_files'))],
    ...given('account', textOf(nodeAt(node, 'account'))),
  };
}

/** An optional field, left out when it has no value. */
export function given<K extends string, T>(key: K, value: T | undefined): Partial<Record<K, T>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, T>);
}

/** Regions by cloud. A name alone is meant for the cloud that writes its regions so: Google has no hyphen before the number. */
export function readRegions(node: DocumentNode | undefined): Regions | undefined {
  if (node?.kind === 'mapping') return textMap(node);
  const name = textOf(node);
  if (name === undefined) return undefined;
  return /-[0-9]+$/.test(name) ? { aws: name } : { google: name };
}

/** `./a/b/` is `a/b`; the root is `.`. */
function normalPath(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return parts.length === 0 ? '.' : parts.join('/');
}
