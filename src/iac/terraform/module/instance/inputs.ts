import type { Unknownness, Value } from '../../../../model/value.ts';
import { hasSensitive, markIf } from '../../evaluate/marks.ts';
import { withOrigin } from '../../evaluate/origin.ts';
import type { Declaration } from '../source/declaration.ts';
import type { Bindings } from './body.ts';
import type { ModuleInstance } from './module-instance.ts';
import type { GivenValue } from './root-values.ts';
import { inputValue, missingValue } from './input-value.ts';
import { evaluate } from '../../evaluate/expression.ts';
import { unknown, unknownness } from '../../evaluate/make.ts';
import { GAP } from '../source/gap.ts';

/** Where the values of a module's input variables come from. */
export interface Inputs {
  /** The value of a declared variable, of its declared type. */
  value(module: ModuleInstance, name: string, declaration: Declaration): Value;
}

/** The arguments of a module call, evaluated where the call stands. */
export function callInputs(caller: ModuleInstance, call: Declaration, bindings: Bindings): Inputs {
  return {
    value(module, name, declaration) {
      const located = call.attributes.get(name);
      if (located === undefined) {
        return call.partial ? unknown(GAP.reason, GAP) : missingValue(module, name, declaration, call);
      }
      const { source, attribute } = located;
      const written = evaluate(attribute.value, caller.scope(source, bindings));
      const span = { source, start: attribute.value.start, end: attribute.value.end };
      return inputValue(module, declaration, withOrigin(written, span), span);
    },
  };
}

/** The values of variable files and `TF_VAR_*`, for the root module; `rest` says why there may be others. */
export function rootInputs(values: ReadonlyMap<string, GivenValue>, rest?: Unknownness): Inputs {
  return {
    value(module, name, declaration) {
      const given = values.get(name);
      if (given === undefined && rest !== undefined) return unknown(rest.reason, unknownness(rest));
      if (given === undefined) return missingValue(module, name, declaration);
      const value = inputValue(module, declaration, given.value, given.at);
      const isCertain = module.run.project.newVarFiles?.includes(given.at.source.path) !== true;
      return isCertain ? value : uncertain(value, module.address(`var.${name}`));
    },
  };
}

/** A value that is given by a file of which it is not known whether it is loaded. */
function uncertain(value: Value, detail: string): Value {
  const open = unknown('no-variable-value', { detail, origin: value.origin, fallback: value });
  return markIf(open, hasSensitive(value));
}
