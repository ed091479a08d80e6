import type { Diagnostic } from '../../../../model/diagnostic.ts';
import { rangeOf } from '../../../../model/source.ts';
import type { SourceSpan } from '../../../../model/source.ts';
import type { Block, SyntaxFile } from '../../syntax/ast.ts';
import { declare, spanOf } from './declaration.ts';
import type { Declaration, Located } from './declaration.ts';
import type { ModuleDefinition } from './definition.ts';
import { literalString } from './json-body.ts';
import { nameProblem } from './names.ts';
import { override } from './override.ts';
import { append } from '../../../../lib/append.ts';

/** Block types that declare something by name, and how many labels they have. */
const named = {
  variable: { table: 'variables', labels: 1 },
  output: { table: 'outputs', labels: 1 },
  resource: { table: 'resources', labels: 2 },
  data: { table: 'data', labels: 2 },
  module: { table: 'calls', labels: 1 },
  provider: { table: 'providers', labels: 1 },
} as const;

/** Block types that are known and declare nothing that is evaluated. */
const ignored = new Set(['import', 'check', 'ephemeral', 'action', 'language']);

/** Block types that override files cannot have (OpenTofu `internal/configs/module.go`, `mergeFile`). */
const primaryOnly = new Set(['moved', 'removed', 'import']);

/** Puts the blocks of a module's files together. */
export class Collector {
  readonly #tables = {
    variables: new Map<string, Declaration>(),
    outputs: new Map<string, Declaration>(),
    resources: new Map<string, Declaration>(),
    data: new Map<string, Declaration>(),
    calls: new Map<string, Declaration>(),
    providers: new Map<string, Declaration>(),
  };
  readonly #locals = new Map<string, Located>();
  readonly #moved: Declaration[] = [];
  readonly #removed: Declaration[] = [];
  readonly #settings: Declaration[] = [];
  readonly #files: SyntaxFile[] = [];
  readonly #diagnostics: Diagnostic[] = [];
  readonly #unknown = new Set<string>();
  #partial = false;

  /** Adds a file; an override changes what earlier files declared. */
  add(file: SyntaxFile, isOverride: boolean): void {
    this.#files.push(file);
    append(this.#diagnostics, file.diagnostics);
    for (const block of file.body.blocks) this.#block(file, block, isOverride);
  }

  /** What was declared. */
  definition(folder: string): ModuleDefinition {
    return {
      folder,
      files: this.#files,
      ...this.#tables,
      locals: this.#locals,
      moved: this.#moved,
      removed: this.#removed,
      settings: this.#settings,
      partial: this.#partial || this.#files.some(({ body }) => body.partial === true),
      diagnostics: this.#diagnostics,
    };
  }

  #block(file: SyntaxFile, block: Block, isOverride: boolean): void {
    const kind = Object.hasOwn(named, block.type) ? named[block.type as keyof typeof named] : undefined;
    if (kind !== undefined) this.#named(declare(file, block), kind, isOverride);
    else if (block.type === 'locals') this.#addLocals(file, block, isOverride);
    else if (block.type === 'terraform') this.#settings.push(declare(file, block));
    else if (isOverride && primaryOnly.has(block.type)) {
      const message = `Blocks of type "${block.type}" cannot stand in an override file; it was skipped.`;
      this.#report('error', 'override-block', message, spanOf(declare(file, block)));
    } else if (block.type === 'moved') this.#moved.push(declare(file, block));
    else if (block.type === 'removed') this.#removed.push(declare(file, block));
    else if (!ignored.has(block.type)) this.#reportUnknown(file, block);
  }

  #named(declaration: Declaration, kind: (typeof named)[keyof typeof named], isOverride: boolean): void {
    if (declaration.labels.length !== kind.labels) {
      this.#report(
        'error',
        'block-labels',
        `A ${declaration.block.type} block has ${kind.labels} label${kind.labels === 1 ? '' : 's'}, found ${declaration.labels.length}; it was skipped.`,
        spanOf(declaration),
      );
      return;
    }
    const problem = nameProblem(declaration);
    if (problem !== undefined) {
      this.#report('error', 'block-name', `${problem}; it was skipped.`, spanOf(declaration));
      return;
    }
    const table = this.#tables[kind.table];
    const key = keyOf(declaration);
    const existing = table.get(key);
    if (isOverride && existing !== undefined) {
      table.set(key, override(existing, declaration));
      this.#reportDependsOn(declaration);
    } else if (existing === undefined) {
      table.set(key, declaration);
      // A provider without alias is there even when nobody writes it.
      const isImplied = kind.table === 'providers' && !key.includes('.');
      if (isOverride && !isImplied) this.#reportWithoutBase(declaration.block.type, key, spanOf(declaration));
    } else this.#reportDuplicate(declaration.block.type, key, spanOf(existing), spanOf(declaration));
  }

  #addLocals(file: SyntaxFile, block: Block, isOverride: boolean): void {
    if (block.body.partial === true) this.#partial = true;
    for (const attribute of block.body.attributes) {
      const existing = this.#locals.get(attribute.name);
      const at = { source: file.source, start: attribute.start, end: attribute.end };
      if (existing === undefined || isOverride) {
        this.#locals.set(attribute.name, { source: file.source, attribute });
        if (existing === undefined && isOverride) this.#reportWithoutBase('local', attribute.name, at);
      } else {
        const first = { ...existing.attribute, source: existing.source };
        this.#reportDuplicate('local', attribute.name, first, at);
      }
    }
  }

  #reportDuplicate(kind: string, key: string, first: SourceSpan, at: SourceSpan): void {
    const { file, start } = rangeOf(first);
    const message = `${kind} ${JSON.stringify(key)} is already declared at ${file}:${start.line}; the first is kept.`;
    this.#report('error', 'duplicate-declaration', message, at);
  }

  /** Once a type and file: a file of another format has many. */
  #reportUnknown(file: SyntaxFile, { type, start, headerEnd: end }: Block): void {
    const key = `${type}\0${file.source.path}`;
    if (this.#unknown.has(key)) return;
    this.#unknown.add(key);
    const message = `Blocks of type ${JSON.stringify(type)} are not known here; all of this file are skipped.`;
    this.#report('warning', 'unknown-block-type', message, { source: file.source, start, end });
  }

  #reportWithoutBase(kind: string, key: string, at: SourceSpan): void {
    const message = `An override file changes ${kind} ${JSON.stringify(key)}, which no other file declares.`;
    this.#report('error', 'override-without-base', message, at);
  }

  #reportDependsOn({ attributes }: Declaration): void {
    const written = attributes.get('depends_on');
    if (written === undefined) return;
    const { source, attribute } = written;
    const message = 'An override file cannot change "depends_on"; what the other file says holds.';
    this.#report('error', 'override-argument', message, {
      source,
      start: attribute.start,
      end: attribute.nameEnd,
    });
  }

  #report(severity: Diagnostic['severity'], code: string, message: string, at: SourceSpan): void {
    this.#diagnostics.push({ severity, code, message, source: rangeOf(at) });
  }
}

function keyOf(declaration: Declaration): string {
  const key = declaration.labels.join('.');
  if (declaration.block.type !== 'provider') return key;
  const alias = declaration.attributes.get('alias');
  const name = alias === undefined ? undefined : literalString(alias.attribute.value);
  return name === undefined ? key : `${key}.${name}`;
}
