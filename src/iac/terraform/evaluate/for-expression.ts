import type { ObjectValue, SequenceValue, UnknownValue, Unknownness, Value } from '../../../model/value.ts';
import type { For } from '../syntax/ast.ts';
import { type Context, bind, guarded, newAttempt, spanOf, unknownResult } from './context.ts';
import { convert } from './convert.ts';
import { ExpressionError, LimitError } from './failure.ts';
import { type Round, type Rounds, iterate } from './iterate.ts';
import { joinValues } from './join.ts';
import { MAX_ELEMENTS } from './limits.ts';
import { tuple, unknownness } from './make.ts';
import { markIf } from './marks.ts';
import { joinOrigins } from './origin.ts';

/** `[for …]` gives a tuple, `{for …}` an object, with `...` an object of tuples. Unknown elements leave the result open. */
export function evaluateFor(node: For, context: Context): Value {
  const collection = context.evaluate(node.collection, context);
  return guarded(context, node, () => {
    if (collection.kind === 'unknown') {
      const { type } = collection;
      if (typeof type === 'string' && type !== 'any')
        throw new ExpressionError(`a collection is required, not a ${type}`);
      const origin = joinOrigins([collection], spanOf(context, node));
      return markIf({ ...unknownResult(context, collection), origin }, collection.sensitive);
    }
    const rounds = iterate(collection);
    if (rounds.items.length > MAX_ELEMENTS)
      throw new LimitError(`a loop would run more than ${MAX_ELEMENTS} times`);
    const result = node.key ? forObject(node, node.key, rounds, context) : forTuple(node, rounds, context);
    const origin = joinOrigins([collection], spanOf(context, node));
    return markIf({ ...result, origin }, result.sensitive ?? collection.sensitive);
  });
}

function inner(node: For, round: Round, context: Context): Context {
  const withKey = node.keyName === undefined ? context : bind(context, node.keyName, round.key);
  return bind(withKey, node.valueName, round.value);
}

/** Whether the element passes the `if`: yes, no, or why that cannot be told. */
function passes(node: For, context: Context): { state: boolean | UnknownValue; sensitive: boolean } {
  if (!node.condition) return { state: true, sensitive: false };
  const condition = context.evaluate(node.condition, context);
  if (condition.kind === 'null') throw new ExpressionError('the condition of a for expression is null');
  const result = convert(condition, 'bool');
  const sensitive = condition.sensitive === true;
  if (result.kind === 'unknown') return { state: result, sensitive };
  return { state: result.kind === 'bool' && result.value, sensitive };
}

function forTuple(node: For, rounds: Rounds, context: Context): SequenceValue {
  const items: Value[] = [];
  let rest: Unknownness | undefined = rounds.open;
  let unplaced = rounds.unplaced;
  let sensitive = false;
  for (const round of rounds.items) {
    const scope = inner(node, round, context);
    const { state, sensitive: secret } = passes(node, scope);
    sensitive ||= secret;
    if (state === false) continue;
    if (state === true && round.certain) {
      items.push(context.evaluate(node.value, scope));
      continue;
    }
    // An element that may be missing moves all later ones.
    const cause = state === true ? (rounds.unplaced ?? ANY) : unknownness(state);
    rest ??= cause;
    unplaced ??= cause;
    context.attempt.doubtful = true;
  }
  const result = tuple(items);
  return {
    ...result,
    ...(rest && { rest }),
    ...(unplaced && (items.length > 1 || rest) && { unplaced }),
    ...(sensitive && { sensitive: true }),
  };
}

const ANY: Unknownness = { reason: 'computed-attribute' };

/** Collects the entries of `{for …}`. */
interface Building {
  readonly entries: Map<string, Value[]>;
  readonly uncertain: Set<string>;
  doubt: Unknownness | undefined;
  rest: Unknownness | undefined;
  sensitive: boolean;
}

function forObject(
  node: For,
  keyNode: NonNullable<For['key']>,
  rounds: Rounds,
  context: Context,
): ObjectValue {
  const building: Building = {
    entries: new Map(),
    uncertain: new Set(),
    doubt: undefined,
    rest: rounds.open,
    sensitive: false,
  };
  for (const round of rounds.items) addRound(node, keyNode, round, rounds, building, context);
  return finishObject(node, building);
}

function addRound(
  node: For,
  keyNode: NonNullable<For['key']>,
  round: Round,
  rounds: Rounds,
  building: Building,
  context: Context,
): void {
  const scope = inner(node, round, context);
  const { state, sensitive } = passes(node, scope);
  building.sensitive ||= sensitive;
  if (state === false) return;
  const keyValue = context.evaluate(keyNode, scope);
  if (keyValue.kind === 'null') throw new ExpressionError('a key in a for expression is null');
  const key = convert(keyValue, 'string');
  building.sensitive ||= keyValue.sensitive === true;
  if (key.kind !== 'string') {
    building.rest ??= key.kind === 'unknown' ? unknownness(key) : ANY;
    context.attempt.doubtful = true;
    return;
  }
  const values = building.entries.get(key.value);
  const certain = state === true && round.certain;
  if (!certain) building.doubt ??= state === true ? (rounds.unplaced ?? ANY) : unknownness(state);
  // Of an entry that may be left out, problems are not certain either.
  const value = context.evaluate(node.value, certain ? scope : { ...scope, attempt: newAttempt() });
  if (!values) {
    building.entries.set(key.value, [value]);
    if (!certain) building.uncertain.add(key.value);
  } else if (node.group || building.uncertain.has(key.value) || !certain) {
    values.push(value);
    if (certain) building.uncertain.delete(key.value);
  } else {
    const name = keyValue.sensitive ? 'a key' : `the key ${JSON.stringify(key.value)}`;
    throw new ExpressionError(`two elements give ${name}; add "..." after the value to group them`);
  }
}

function finishObject(node: For, building: Building): ObjectValue {
  const { entries: groups, uncertain, doubt, rest, sensitive } = building;
  const entries = new Map<string, Value>();
  for (const [key, values] of groups) {
    entries.set(key, node.group ? groupOf(values, rest ?? doubt) : joinValues(values, doubt ?? ANY));
  }
  return {
    kind: 'object',
    entries,
    origin: [],
    ...(rest && { rest }),
    ...(uncertain.size > 0 && { uncertain, doubt: doubt ?? ANY }),
    ...(sensitive && { sensitive: true }),
  };
}

/** Any group may have members that are not known, once one element is not. */
function groupOf(values: readonly Value[], open: Unknownness | undefined): Value {
  const group = tuple(values);
  return open ? { ...group, items: [], rest: open, unplaced: open } : group;
}
