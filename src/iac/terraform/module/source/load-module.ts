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
  readonly #modules = new Map<string, ModuleDefinition>();

  constructor(tree: Tree, cache: ParseCache) {
    this.tree = tree;
    this.#cache = cache;
  }

  /** A file of the tree, parsed. */
  parse(path: string): SyntaxFile {
    return this.#cache.parse(this.tree, path);
  }

  /** The module that a folder's configuration files make up; undefined when the folder has none. */
  load(folder: string): ModuleDefinition | undefined {
    const known = this.#modules.get(folder);
    if (known !== undefined) return known;
    const { primary, override } = configFiles(folders(this.tree).get(folder) ?? []);
    if (primary.length + override.length === 0) return undefined;
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
