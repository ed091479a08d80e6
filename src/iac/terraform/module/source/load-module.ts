import { byCodePoint } from '../../../../lib/order.ts';
import type { Tree } from '../../../../tree/tree.ts';
import type { SyntaxFile } from '../../syntax/ast.ts';
import { Collector } from './collector.ts';
import { configFiles } from './config-files.ts';
import type { ModuleDefinition } from './definition.ts';
import { folders, inFolder } from './folders.ts';
import type { ParseCache } from './parse-cache.ts';

/** Modules of one tree, each put together once. */
export class ModuleLoader {
  readonly tree: Tree;
  readonly #cache: ParseCache;
  readonly #whole: Tree;
  readonly #modules = new Map<string, ModuleDefinition>();

  /** `whole` is the tree with what the configuration excludes. */
  constructor(tree: Tree, cache: ParseCache, whole: Tree) {
    this.tree = tree;
    this.#cache = cache;
    this.#whole = whole;
  }

  /** Whether a folder without configuration would have some, were it not excluded. */
  isExcluded(folder: string): boolean {
    return isModule(this.#whole, folder);
  }

  /** A file of the tree, parsed. */
  parse(path: string): SyntaxFile {
    return this.#cache.parse(this.tree, path);
  }

  /** The module that a folder's configuration files make up; undefined when the folder has none. */
  load(folder: string): ModuleDefinition | undefined {
    const known = this.#modules.get(folder);
    if (known !== undefined) return known;
    if (!isModule(this.tree, folder)) return undefined;
    const { primary, override } = configFiles(folders(this.tree).get(folder) ?? []);
    const collector = new Collector();
    for (const name of [...primary].sort(byCodePoint)) {
      collector.add(this.parse(inFolder(folder, name)), false);
    }
    for (const name of [...override].sort(byCodePoint)) {
      collector.add(this.parse(inFolder(folder, name)), true);
    }
    const definition = collector.definition(folder);
    this.#modules.set(folder, definition);
    return definition;
  }
}

function isModule(tree: Tree, folder: string): boolean {
  const { primary, override } = configFiles(folders(tree).get(folder) ?? []);
  return primary.length + override.length > 0;
}
