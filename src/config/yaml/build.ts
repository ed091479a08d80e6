import { COLLECTION_STYLE, EVENT_ID, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import type { AliasEvent, Event, MappingEvent, ScalarEvent, SequenceEvent } from 'js-yaml';

import type { DocumentNode, MappingEntry } from '../../model/node.ts';
import type { SourceText } from '../../model/source.ts';
import { plainValue } from './scalar.ts';
import { MOST_ERRORS } from './first.ts';
import { YamlProblem } from './problem.ts';

/** What an anchor stands for, and how much an alias to it adds to the document. */
interface Anchored {
  readonly node: DocumentNode;
  readonly nodes: number;
  readonly height: number;
}

export interface BuildLimits {
  readonly aliases: number;
  /** Nodes of the document with every alias written out; each 64 characters of text count as one more. */
  readonly nodes: number;
  /** Nesting with every alias written out. */
  readonly depth: number;
}

type Properties = Pick<ScalarEvent, 'anchorStart' | 'anchorEnd' | 'tagStart' | 'tagEnd'>;

/**
 * Turns the events of one document into nodes with their places. Duplicate keys are collected, so
 * that the first 50 are shown; everything else stops with a `YamlProblem`.
 */
export class NodeBuilder {
  readonly duplicates: YamlProblem[] = [];
  readonly #source: SourceText;
  readonly #events: readonly Event[];
  readonly #limits: BuildLimits;
  readonly #anchors = new Map<string, Anchored>();
  #at: number;
  #aliases = 0;
  #nodes = 0;
  /** Where the text of the last node ended: the place of an empty node. */
  #end = 0;

  constructor(source: SourceText, events: readonly Event[], limits: BuildLimits) {
    this.#source = source;
    this.#events = events;
    this.#limits = limits;
    this.#at = 1;
  }

  /** The content of the document whose events were given; undefined when it is empty. */
  build(): DocumentNode | undefined {
    return this.#peek().type === EVENT_ID.POP ? undefined : this.#node(1).node;
  }

  #peek(): Event {
    const event = this.#events[this.#at];
    if (event === undefined) {
      throw new YamlProblem('yaml-syntax', 'The document ends too early.', {
        start: this.#end,
        end: this.#end,
      });
    }
    return event;
  }

  #node(depth: number): { node: DocumentNode; height: number } {
    const event = this.#peek();
    this.#at++;
    this.#count(1, depth);
    if (event.type === EVENT_ID.ALIAS) return this.#alias(event, depth);
    if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) {
      throw new YamlProblem('yaml-syntax', 'A value was expected.', { start: this.#end, end: this.#end });
    }
    const before = this.#nodes;
    const built =
      event.type === EVENT_ID.SCALAR
        ? { node: this.#scalar(event, depth), height: 1 }
        : event.type === EVENT_ID.SEQUENCE
          ? this.#sequence(event, depth)
          : this.#mapping(event, depth);
    if (event.anchorStart !== -1) {
      const name = this.#source.text.slice(event.anchorStart, event.anchorEnd);
      this.#anchors.set(name, { ...built, nodes: this.#nodes - before });
    }
    return built;
  }

  #count(nodes: number, depth: number): void {
    this.#nodes += nodes;
    if (this.#nodes <= this.#limits.nodes && depth <= this.#limits.depth) return;
    const limit =
      depth > this.#limits.depth
        ? `nested deeper than ${this.#limits.depth} levels`
        : `more than ${this.#limits.nodes} values`;
    throw new YamlProblem('yaml-too-large', `The document is ${limit}.`, {
      start: this.#end,
      end: this.#end,
    });
  }

  #alias(event: AliasEvent, depth: number): { node: DocumentNode; height: number } {
    const place = { start: event.anchorStart - 1, end: event.anchorEnd };
    const name = this.#source.text.slice(event.anchorStart, event.anchorEnd);
    this.#end = place.end;
    if (++this.#aliases > this.#limits.aliases) {
      throw new YamlProblem('yaml-alias', `There are more than ${this.#limits.aliases} aliases.`, place);
    }
    const target = this.#anchors.get(name);
    if (target === undefined) {
      const message = `The alias "*${name}" has no anchor "&${name}" that is complete before it.`;
      throw new YamlProblem('yaml-alias', message, place);
    }
    this.#count(target.nodes, depth + target.height - 1);
    return target;
  }

  #scalar(event: ScalarEvent, depth: number): DocumentNode {
    const isText = this.#checkTag(event);
    const empty = event.valueStart === -1;
    const quotes =
      event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
    const start = empty ? this.#end : event.valueStart - quotes;
    const end = empty ? this.#end : event.valueEnd + quotes;
    this.#end = end;
    const text = empty ? '' : getScalarValue(this.#source.text, event);
    // Long text counts for more, so that aliases to it cannot add up either.
    this.#count(text.length >> 6, depth);
    const value = isText || event.style !== SCALAR_STYLE.PLAIN ? text : plainValue(text);
    return { kind: 'scalar', value, text, span: { source: this.#source, start, end } };
  }

  /** Whether `!!str` makes a scalar text. All other tags are refused: they would change what a value means. */
  #checkTag(event: Properties): boolean {
    if (event.tagStart === -1) return false;
    const tag = this.#source.text.slice(event.tagStart, event.tagEnd);
    if (tag === '!!str' || tag === '!') return true;
    throw new YamlProblem(
      'yaml-tag',
      `The tag "${tag}" is not supported.`,
      { start: event.tagStart, end: event.tagEnd },
      'Write the value without a tag.',
    );
  }

  #sequence(event: SequenceEvent, depth: number): { node: DocumentNode; height: number } {
    this.#open(event);
    const items: DocumentNode[] = [];
    let height = 0;
    while (this.#peek().type !== EVENT_ID.POP) {
      const item = this.#node(depth + 1);
      items.push(item.node);
      height = Math.max(height, item.height);
    }
    const span = this.#close(event);
    return { node: { kind: 'sequence', items, span }, height: height + 1 };
  }

  #mapping(event: MappingEvent, depth: number): { node: DocumentNode; height: number } {
    this.#open(event);
    const entries = new Map<string, MappingEntry>();
    let height = 0;
    while (this.#peek().type !== EVENT_ID.POP) {
      const key = this.#key(depth + 1);
      const value = this.#node(depth + 1);
      height = Math.max(height, value.height);
      const first = entries.get(key.key);
      if (first === undefined) entries.set(key.key, { ...key, value: value.node });
      else if (this.duplicates.length <= MOST_ERRORS) this.duplicates.push(duplicate(key, first));
    }
    const span = this.#close(event);
    return { node: { kind: 'mapping', entries: [...entries.values()], span }, height: height + 1 };
  }

  #key(depth: number): Omit<MappingEntry, 'value'> {
    const event = this.#peek();
    const { node } = this.#node(depth);
    if (node.kind !== 'scalar') {
      throw new YamlProblem('yaml-key', 'A key must be text, not a list or a mapping.', node.span);
    }
    if (node.text === '<<' && event.type === EVENT_ID.SCALAR && event.style === SCALAR_STYLE.PLAIN) {
      const hint = 'Write the keys out, so that a reviewer sees what is in force.';
      throw new YamlProblem('yaml-merge-key', 'Merge keys (<<) are not supported.', node.span, hint);
    }
    return { key: node.text, keySpan: node.span };
  }

  #open(event: SequenceEvent | MappingEvent): void {
    this.#checkTag(event);
    this.#end = event.style === COLLECTION_STYLE.FLOW ? event.start + 1 : event.start;
  }

  #close(event: SequenceEvent | MappingEvent): { source: SourceText; start: number; end: number } {
    this.#at++;
    if (event.style === COLLECTION_STYLE.FLOW) this.#end = this.#afterBracket(this.#end);
    return { source: this.#source, start: event.start, end: Math.max(this.#end, event.start) };
  }

  /** The events do not tell where a flow collection ends: only space, commas and comments lie before its bracket. */
  #afterBracket(from: number): number {
    const text = this.#source.text;
    let at = from;
    while (at < text.length) {
      const char = text.charAt(at);
      if (char === ']' || char === '}') return at + 1;
      if (char === '#') at = (text.indexOf('\n', at) + 1 || text.length) - 1;
      else if (!/[\s,:]/.test(char)) return from;
      at++;
    }
    return from;
  }
}

function duplicate(key: Omit<MappingEntry, 'value'>, first: MappingEntry): YamlProblem {
  const line = first.keySpan.source.position(first.keySpan.start).line;
  const message = `The key "${key.key}" is there twice: it was given on line ${line} already.`;
  return new YamlProblem('yaml-duplicate-key', message, key.keySpan, 'Keep one of the two.');
}
