import { byCodePoint } from '../../../../lib/order.ts';
import { overlayTree } from '../../../../tree/overlay.ts';
import type { Unknownness } from '../../../../model/value.ts';
import type { Tree } from '../../../../tree/tree.ts';
import type { SyntaxFile } from '../../syntax/ast.ts';
import { NO_PACKAGES, type Packages } from '../fetch/package/packages.ts';
import type { Resolution, WantedModule } from '../fetch/package/resolution.ts';
import { Collector } from './collector.ts';
import { configFiles } from './config-files.ts';
import type { Declaration } from './declaration.ts';
import type { ModuleDefinition } from './definition.ts';
import { folders, inFolder } from './folders.ts';
import { type ModuleTarget, moduleTarget } from './module-target.ts';
import type { ParseCache } from './parse-cache.ts';

/** Modules of one tree, each put together once. */
export class ModuleLoader {
  /** The tree, and the packages of modules from elsewhere in it. */
  readonly tree: Tree;
  readonly #packages: Packages;
  readonly #cache: ParseCache;
  readonly #whole: Tree;
  readonly #modules = new Map<string, ModuleDefinition>();
  /** Root modules by the files that are part of them. */
  readonly #roots = new WeakMap<ReadonlyMap<string, SyntaxFile>, ModuleDefinition>();

  /** `whole` is the tree with what the configuration excludes; `packages` are the modules from elsewhere. */
  constructor(tree: Tree, cache: ParseCache, whole: Tree, packages: Packages = NO_PACKAGES) {
    this.tree = overlayTree(tree, packages.mounts);
    this.#packages = packages;
    this.#cache = cache;
    this.#whole = whole;
  }

  /** Whether a folder without configuration would have some, were it not excluded. */
  isExcluded(folder: string): boolean {
    return isModule(this.#whole, folder);
  }

  /** Where a module from elsewhere is; undefined when nobody has looked for it. */
  find(wanted: WantedModule): Resolution | undefined {
    return this.#packages.find(wanted);
  }

  /** Where a module call leads. */
  target(definition: ModuleDefinition, call: Declaration): ModuleTarget {
    return moduleTarget(this.#packages, definition, call);
  }

  /** Folders that a module calls, directly: of the repository and of packages. */
  calledFolders(definition: ModuleDefinition): readonly string[] {
    return [...definition.calls.values()]
      .map((call) => this.target(definition, call))
      .filter((target) => target.kind === 'folder')
      .map((target) => target.folder);
  }

  /** A file of the tree, parsed. */
  parse(path: string): SyntaxFile {
    return this.#cache.parse(this.tree, path);
  }

  /**
   * The module that a folder's configuration files make up; undefined when the folder has none. Behind a link to a folder the
   * module is that of the folder that it leads to.
   */
  load(folder: string): ModuleDefinition | undefined {
    const known = this.#modules.get(folder);
    if (known !== undefined) return known;
    if (!isModule(this.tree, folder)) {
      const real = this.tree.linkedFolder?.(folder);
      return real === undefined ? undefined : this.load(real);
    }
    const definition = this.#collect(folder, NO_FILES);
    this.#modules.set(folder, definition);
    return definition;
  }

  /**
   * The root module of a project: its folder's, with the files that count as part of it; `unread` says why there are more of
   * those than are known.
   */
  loadRoot(folder: string, files = NO_FILES, unread?: Unknownness): ModuleDefinition | undefined {
    if (files.size === 0 && unread === undefined) return this.load(folder);
    const known = this.#roots.get(files);
    if (known?.folder === folder && files !== NO_FILES) return known;
    const definition = this.#collect(folder, files);
    const root =
      unread !== undefined && !definition.partial
        ? { ...definition, partial: 'generated' as const, unread }
        : definition;
    this.#roots.set(files, root);
    return root;
  }

  #collect(folder: string, extra: ReadonlyMap<string, SyntaxFile>): ModuleDefinition {
    const names = new Set([...(folders(this.tree).get(folder) ?? []), ...extra.keys()]);
    const { primary, override } = configFiles([...names]);
    const collector = new Collector();
    const fileOf = (name: string): SyntaxFile => extra.get(name) ?? this.parse(inFolder(folder, name));
    for (const name of [...primary].sort(byCodePoint)) collector.add(fileOf(name), false);
    for (const name of [...override].sort(byCodePoint)) collector.add(fileOf(name), true);
    return collector.definition(folder);
  }
}

const NO_FILES: ReadonlyMap<string, SyntaxFile> = new Map();

function isModule(tree: Tree, folder: string): boolean {
  const { primary, override } = configFiles(folders(tree).get(folder) ?? []);
  return primary.length + override.length > 0;
}
