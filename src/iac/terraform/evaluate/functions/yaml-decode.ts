import { EVENT_ID, type Event, SCALAR_STYLE, type ScalarEvent, getScalarValue, parseEvents } from 'js-yaml';
import type { Value } from '../../../../model/value.ts';
import { ExpressionError, LimitError } from '../failure.ts';
import { NULL, object, text, tuple } from '../make.ts';
import { fromBase64 } from './bytes.ts';
import { plainYamlScalar } from './yaml-scalar.ts';

const BUILT_IN: ReadonlySet<string> = new Set(['', '!!int', '!!float', '!!bool', '!!null', '!!timestamp']);
const MAX_NODES = 200_000;
const MAX_DEPTH = 100;

/** The value of one YAML document in Terraform's dialect (see `plainYamlScalar`). Throws an ExpressionError. */
export function decodeYaml(source: string): Value {
  return new YamlReader(source, readEvents(source)).document();
}

function readEvents(source: string): Event[] {
  try {
    return parseEvents(source, { maxDepth: MAX_DEPTH });
  } catch {
    throw new ExpressionError('this is not valid YAML');
  }
}

interface Counted {
  readonly value: Value;
  readonly nodes: number;
}

class YamlReader {
  readonly #source: string;
  readonly #events: readonly Event[];
  readonly #anchors = new Map<string, Counted>();
  #at = 0;
  #nodes = 0;

  constructor(source: string, events: readonly Event[]) {
    this.#source = source;
    this.#events = events;
  }

  document(): Value {
    const documents = this.#events.filter((event) => event.type === EVENT_ID.DOCUMENT).length;
    if (documents === 0) throw new ExpressionError('the text holds no YAML document');
    if (documents > 1) throw new ExpressionError('the text holds more than one YAML document');
    this.#at = 1;
    return this.#events[1]?.type === EVENT_ID.POP ? NULL : this.#node();
  }

  #node(): Value {
    const event = this.#events[this.#at++];
    this.#count(1);
    if (event?.type === EVENT_ID.ALIAS)
      return this.#alias(this.#source.slice(event.anchorStart, event.anchorEnd));
    if (!event || event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) {
      throw new ExpressionError('this is not valid YAML');
    }
    const before = this.#nodes;
    const value = this.#content(event);
    if (event.anchorStart !== -1) {
      const name = this.#source.slice(event.anchorStart, event.anchorEnd);
      this.#anchors.set(name, { value, nodes: this.#nodes - before });
    }
    return value;
  }

  #content(event: Exclude<Event, { type: 1 | 5 | 6 }>): Value {
    const tag = event.tagStart === -1 ? '' : this.#source.slice(event.tagStart, event.tagEnd);
    if (event.type === EVENT_ID.SCALAR) return this.#scalar(event, tag);
    if (tag !== '' && tag !== '!!map' && tag !== '!!seq')
      throw new ExpressionError('a YAML tag is not supported');
    return event.type === EVENT_ID.SEQUENCE ? this.#sequence() : this.#mapping();
  }

  #alias(name: string): Value {
    const target = this.#anchors.get(name);
    if (!target) throw new ExpressionError('a YAML alias has no anchor');
    this.#count(target.nodes);
    return target.value;
  }

  #count(nodes: number): void {
    this.#nodes += nodes;
    if (this.#nodes > MAX_NODES) throw new LimitError(`a YAML text has more than ${MAX_NODES} values`);
  }

  #scalar(event: ScalarEvent, tag: string): Value {
    const content = event.valueStart === -1 ? '' : getScalarValue(this.#source, event);
    const plain = event.style === SCALAR_STYLE.PLAIN;
    if (tag === '!!str' || tag === '!' || (!plain && BUILT_IN.has(tag)))
      return text(content.normalize('NFC'));
    if (tag === '!!null') return NULL;
    if (BUILT_IN.has(tag)) return plainYamlScalar(content);
    if (tag === '!!binary') return checkedBase64(content);
    throw new ExpressionError('a YAML tag is not supported');
  }

  #sequence(): Value {
    const items: Value[] = [];
    while (this.#more()) items.push(this.#node());
    this.#at++;
    return tuple(items);
  }

  /** Keys written out win over merged ones (`<<`), earlier merged ones over later. */
  #mapping(): Value {
    const entries = new Map<string, Value>();
    const merged = new Map<string, Value>();
    while (this.#more()) {
      const mergeKey = this.#isMergeKey();
      const key = this.#node();
      const value = this.#node();
      if (mergeKey) this.#merge(value, merged);
      else if (key.kind === 'string') entries.set(key.value, value);
      else entries.set(scalarKey(key), value);
    }
    this.#at++;
    for (const [key, value] of merged) if (!entries.has(key)) entries.set(key, value);
    return object(entries);
  }

  #merge(value: Value, merged: Map<string, Value>): void {
    const sources = value.kind === 'tuple' ? value.items : [value];
    for (const source of sources) {
      if (source.kind !== 'object') throw new ExpressionError('a YAML merge key needs a mapping');
      for (const [key, entry] of source.entries) if (!merged.has(key)) merged.set(key, entry);
    }
  }

  #isMergeKey(): boolean {
    const event = this.#events[this.#at];
    if (event?.type !== EVENT_ID.SCALAR || event.style !== SCALAR_STYLE.PLAIN || event.valueStart === -1)
      return false;
    return getScalarValue(this.#source, event) === '<<';
  }

  #more(): boolean {
    const event = this.#events[this.#at];
    if (!event) throw new ExpressionError('this is not valid YAML');
    return event.type !== EVENT_ID.POP;
  }
}

function scalarKey(key: Value): string {
  if (key.kind === 'number') return key.value.toFixed();
  if (key.kind === 'bool') return String(key.value);
  throw new ExpressionError('a YAML key must be a string');
}

/** Terraform checks that binary data is base64, and leaves it so. */
function checkedBase64(content: string): Value {
  fromBase64(content);
  return text(content);
}
