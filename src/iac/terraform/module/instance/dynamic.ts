import type { SourceSpan, SourceText } from '../../../../model/source.ts';
import type { ObjectValue, Unknownness, Value } from '../../../../model/value.ts';
import { byCodePoint } from '../../../../lib/order.ts';
import { evaluate } from '../../evaluate/expression.ts';
import { number, object, unknown, unknownness } from '../../evaluate/make.ts';
import { markIf } from '../../evaluate/marks.ts';
import { throughCollection, withOrigin } from '../../evaluate/origin.ts';
import type { Body } from '../../syntax/ast.ts';
import type { LocatedBlock } from '../source/declaration.ts';
import { jsonBodies } from '../source/json-body.ts';
import { staticReference } from '../source/static.ts';
import type { Bindings } from './body.ts';
import { LIMITS } from './limits.ts';
import type { ModuleInstance } from './module-instance.ts';

/** A block takes more memory than most values. */
const STEPS_PER_BLOCK = 16;

type EvaluateBody = (
  module: ModuleInstance,
  source: SourceText,
  body: Body,
  bindings: Bindings,
) => ObjectValue;

/** What a dynamic block produced. `rest`: more blocks are possible. */
interface Expanded {
  readonly items: readonly Value[];
  readonly rest?: Unknownness;
}

interface Element {
  readonly key: Value;
  readonly value: Value;
  readonly doubt?: Unknownness;
}

/** The blocks that a `dynamic` block produces: `for_each`, `iterator`, `content` (Terraform, "dynamic Blocks"). */
export function expandDynamic(
  module: ModuleInstance,
  located: LocatedBlock,
  bindings: Bindings,
  evaluateBody: EvaluateBody,
): Expanded {
  const { source, block } = located;
  const forEach = attributeOf(block.body, 'for_each');
  const content = contentOf(source, block.body);
  const type = block.labels[0]?.value;
  if (forEach === undefined || content === undefined || type === undefined) {
    const message = 'A dynamic block has one label, for_each and a content block; it was skipped.';
    module.run.reportAt('error', 'dynamic-block', message, {
      source,
      start: block.start,
      end: block.headerEnd,
    });
    return { items: [], rest: { reason: 'error-in-expression', detail: type ?? 'dynamic' } };
  }
  const iteratorExpression = attributeOf(block.body, 'iterator');
  const iterator = (iteratorExpression && staticReference(iteratorExpression)) ?? type;
  const collection = evaluate(forEach, module.scope(source, bindings));
  const repeated = withOrigin(collection, { source, start: forEach.start, end: forEach.end }).origin;
  const body = (element: Element): Value => {
    const pair = object({
      key: markIf(element.key, collection.sensitive),
      value: markIf(element.value, collection.sensitive),
    });
    const bound = new Map([...bindings, [iterator, pair]]);
    const value = evaluateBody(module, source, content, bound);
    return element.doubt === undefined ? value : possibly(value, element.doubt, repeated);
  };
  const found = elementsOf(collection);
  if (found === undefined) {
    const message = `for_each of a dynamic block must be a collection, found ${collection.kind}.`;
    module.run.reportAt('error', 'dynamic-block', message, {
      source,
      start: forEach.start,
      end: forEach.end,
    });
    return { items: [], rest: { reason: 'error-in-expression', detail: type } };
  }
  if (found.elements.length > LIMITS.instancesPerBlock) {
    const message = `The dynamic block has ${found.elements.length} elements; the first ${LIMITS.instancesPerBlock} are in the result.`;
    module.run.reportAt('error', 'instance-limit', message, {
      source,
      start: block.start,
      end: block.headerEnd,
    });
  }
  const elements = found.elements.slice(0, LIMITS.instancesPerBlock);
  const items: Value[] = [];
  for (const element of elements) {
    if (!module.run.take('steps', STEPS_PER_BLOCK)) {
      return { items, rest: { reason: 'evaluation-limit', detail: type } };
    }
    items.push(body(element));
  }
  if (found.rest === undefined) return { items };
  const any = unknown(
    'unknown-repetition',
    found.rest.detail === undefined ? {} : { detail: found.rest.detail },
  );
  return { items: [...items, body({ key: any, value: any, doubt: found.rest })], rest: found.rest };
}

/** A block that may not be there, or how often: an unknown value with the block as what it would be, and what repeats it. */
function possibly(value: Value, doubt: Unknownness, repeated: readonly SourceSpan[]): Value {
  return unknown('unknown-repetition', {
    fallback: value,
    origin: [...repeated, ...value.origin],
    ...(doubt.detail === undefined ? {} : { detail: doubt.detail }),
  });
}

/** Elements of a collection; undefined for what is none. */
function elementsOf(value: Value): { elements: readonly Element[]; rest?: Unknownness } | undefined {
  switch (value.kind) {
    case 'unknown':
      return { elements: [], rest: unknownness(value) };
    case 'object':
    case 'map': {
      const doubt = value.doubt ?? { reason: 'unknown-repetition' };
      const sorted = [...value.entries].sort(([a], [b]) => byCodePoint(a, b));
      const elements = sorted.map(([key, written]) => {
        const item = throughCollection(value, written);
        return {
          key: { kind: 'string' as const, value: key, origin: item.origin },
          value: item,
          ...(value.uncertain?.has(key) === true ? { doubt } : {}),
        };
      });
      return value.rest === undefined ? { elements } : { elements, rest: value.rest };
    }
    case 'list':
    case 'tuple':
    case 'set': {
      const isSet = value.kind === 'set';
      const elements = value.items.map((written, index) => {
        const item = throughCollection(value, written);
        return { key: isSet ? item : number(index), value: item };
      });
      return value.rest === undefined ? { elements } : { elements, rest: value.rest };
    }
    default:
      return undefined;
  }
}

function attributeOf(body: Body, name: string) {
  return body.attributes.find((attribute) => attribute.name === name)?.value;
}

function contentOf(source: SourceText, body: Body): Body | undefined {
  const block = body.blocks.find(({ type }) => type === 'content');
  if (block !== undefined) return block.body;
  const json = source.path.endsWith('.json') ? attributeOf(body, 'content') : undefined;
  return json === undefined ? undefined : jsonBodies(json)[0];
}
