import { markSensitive } from '../../iac/terraform/evaluate/marks.ts';
import { traits } from '../../iac/terraform/evaluate/traits.ts';
import type { Resource } from '../../model/resource.ts';
import type { SourceSpan } from '../../model/source.ts';
import type { Value } from '../../model/value.ts';

/** Lines of which a secret of some resource comes: they are not quoted, whatever else stands on them. */
export class SecretLines {
  readonly #lines = new Set<string>();
  readonly #spans = new Set<string>();
  readonly #texts = new Set<string>();
  /** Values that were walked: such as are secret as a whole, and such as have secrets in them. */
  readonly #seen = { secret: new Set<Value>(), mixed: new Set<Value>() };

  constructor(resources: readonly Resource[]) {
    for (const { attributes, provider } of resources) {
      this.add(attributes);
      this.add(provider.defaultTags);
    }
  }

  /** Notes where the sensitive parts of a value come from. */
  add(value: Value, isSecret = false): void {
    if (!isSecret && !traits(value).sensitive) return;
    const secret = isSecret || value.sensitive === true;
    const seen = this.#seen[secret ? 'secret' : 'mixed'];
    if (seen.has(value)) return;
    seen.add(value);
    if (secret) for (const span of value.origin) this.#note(span);
    if (secret && value.kind === 'string' && value.value !== '') this.#texts.add(value.value);
    for (const part of partsOf(value)) this.add(part, secret);
  }

  has(file: string, line: number): boolean {
    return this.#lines.has(`${file}\0${line}`);
  }

  /**
   * A value with its parts, sensitive where they say the same as a secret: the variable or local that a password comes from
   * is none for Terraform, and shows the password all the same.
   */
  hidden(value: Value): Value {
    if ('items' in value) return { ...value, items: value.items.map((item) => this.hidden(item)) };
    if ('entries' in value) {
      return {
        ...value,
        entries: new Map([...value.entries].map(([key, part]) => [key, this.hidden(part)])),
      };
    }
    return value.kind === 'string' && this.#texts.has(value.value) ? markSensitive(value) : value;
  }

  #note({ source, start, end }: SourceSpan): void {
    const key = `${source.path}\0${start}\0${end}`;
    if (this.#spans.has(key)) return;
    this.#spans.add(key);
    const last = source.position(end).line;
    for (let { line } = source.position(start); line <= last; line++)
      this.#lines.add(`${source.path}\0${line}`);
  }
}

function partsOf(value: Value): Iterable<Value> {
  if ('items' in value) return value.items;
  if ('entries' in value) return value.entries.values();
  if (value.kind !== 'unknown') return [];
  return [...(value.candidates ?? []), ...(value.fallback === undefined ? [] : [value.fallback])];
}
