import type { Diagnostic } from '../../../../model/diagnostic.ts';
import { SourceText } from '../../../../model/source.ts';
import type { Value } from '../../../../model/value.ts';
import { parseExpressionText } from '../../syntax/parse.ts';
import { evaluate } from '../expression.ts';
import { toJson } from '../json.ts';
import type { Scope } from '../scope.ts';
import { isWhollyKnown } from '../traits.ts';

/** Names that an expression of a test sees, and files of its repository. */
export interface World {
  readonly names?: Readonly<Record<string, Value>>;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** The folder of the module; `envs/prod` without it. */
  readonly folder?: string;
}

/** What an expression gives in a test. */
export interface Outcome {
  readonly value: Value;
  readonly diagnostics: readonly Diagnostic[];
}

/** A scope with the given names and files. */
export function scopeOf(source: SourceText, world: World, diagnostics: Diagnostic[]): Scope {
  const files = world.files ?? {};
  return {
    source,
    moduleFolder: world.folder ?? 'envs/prod',
    files: {
      read: (path) => (Object.hasOwn(files, path) ? Buffer.from(files[path] ?? '') : undefined),
      list: (folder) =>
        Object.keys(files)
          .filter((path) => folder === '' || path.startsWith(`${folder}/`))
          .sort(),
    },
    report: (diagnostic) => diagnostics.push(diagnostic),
    resolve: (root) => {
      const value = world.names?.[root];
      return value && { value, consumed: 0 };
    },
  };
}

/** Parses and evaluates an expression; a syntax error counts as a diagnostic. */
export function evaluateText(text: string, world: World = {}): Outcome {
  const source = new SourceText('main.tf', text);
  const parsed = parseExpressionText(source);
  const diagnostics: Diagnostic[] = [...parsed.diagnostics];
  return { value: evaluate(parsed.expression, scopeOf(source, world, diagnostics)), diagnostics };
}

/** The result as JSON text; `error` when there is an error, `?` when a part is unknown. */
export function outcomeText(text: string, world: World = {}): string {
  const { value, diagnostics } = evaluateText(text, world);
  if (diagnostics.some(({ severity }) => severity === 'error')) return 'error';
  return isWhollyKnown(value) ? toJson(value) : '?';
}
