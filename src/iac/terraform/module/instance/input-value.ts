import type { SourceSpan } from '../../../../model/source.ts';
import type { Value } from '../../../../model/value.ts';
import { evaluate } from '../../evaluate/expression.ts';
import { unknown } from '../../evaluate/make.ts';
import { markSensitive } from '../../evaluate/marks.ts';
import { applyType } from '../../evaluate/types.ts';
import { spanOf } from '../source/declaration.ts';
import type { Declaration } from '../source/declaration.ts';
import { constantScope } from './constant-scope.ts';
import type { ModuleInstance } from './module-instance.ts';
import { isFalse, isTrue } from './static-flag.ts';
import { variableType } from './variable-type.ts';

/**
 * The value of an input variable from what was given: null becomes the default where `nullable = false`, the result is
 * converted to the declared type and marked where it is sensitive (Terraform, "Input Variables").
 */
export function inputValue(
  module: ModuleInstance,
  declaration: Declaration,
  given: Value,
  at: SourceSpan,
): Value {
  const name = declaration.labels[0] ?? '';
  if (given.kind === 'null' && isFalse(declaration, 'nullable')) {
    const fallback = defaultValue(module, declaration);
    if (fallback !== undefined)
      return mark(declaration, typed(module, declaration, fallback, spanOf(declaration)));
    const message = `Variable ${JSON.stringify(name)} must not be null.`;
    module.run.reportAt('error', 'variable-value', message, at);
    return unknown('error-in-expression', { detail: module.address(`var.${name}`) });
  }
  return mark(declaration, typed(module, declaration, given, at));
}

/** The value of an input variable that nothing was given for: its default, else unknown. `call` must give it then. */
export function missingValue(
  module: ModuleInstance,
  name: string,
  declaration: Declaration,
  call?: Declaration,
): Value {
  const fallback = defaultValue(module, declaration);
  if (fallback !== undefined) return inputValue(module, declaration, fallback, spanOf(declaration));
  if (call !== undefined && !declaration.partial) {
    const message = `Module ${JSON.stringify(call.labels[0])} needs a value for its variable ${JSON.stringify(name)}.`;
    module.run.reportAt('error', 'missing-module-argument', message, spanOf(call));
  }
  const type = variableType(module.run, declaration);
  const missing = unknown('no-variable-value', { detail: module.address(`var.${name}`), type });
  const header = { ...spanOf(declaration), end: declaration.block.headerEnd };
  return mark(declaration, { ...missing, origin: [header] });
}

function defaultValue(module: ModuleInstance, declaration: Declaration): Value | undefined {
  const located = declaration.attributes.get('default');
  if (located === undefined) return undefined;
  return evaluate(located.attribute.value, constantScope(module.run, located.source));
}

function typed(module: ModuleInstance, declaration: Declaration, value: Value, at: SourceSpan): Value {
  return applyType(value, variableType(module.run, declaration), (problem) => {
    const name = JSON.stringify(declaration.labels[0] ?? '');
    const message = `The value of variable ${name} does not fit its type: ${problem}.`;
    module.run.reportAt('error', 'variable-value', message, at);
  });
}

function mark(declaration: Declaration, value: Value): Value {
  return isTrue(declaration, 'sensitive') || isTrue(declaration, 'ephemeral') ? markSensitive(value) : value;
}
