import { markSensitive } from '../../iac/terraform/evaluate/marks.ts';
import { traits } from '../../iac/terraform/evaluate/traits.ts';
import type { Resource } from '../../model/resource.ts';
import type { SourceSpan } from '../../model/source.ts';
import type { Value } from '../../model/value.ts';

/** Secrets shorter than this are found as whole values only: "1" is in many a text. */
const SHORT = 4;

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
    if (secret) for (const text of textsOf(value)) this.#texts.add(text);
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
      const entries = new Map([...value.entries].map(([key, part]) => [key, this.hidden(part)]));
      const hasSecretKey = [...entries.keys()].some((key) => this.tells(key));
      return hasSecretKey ? markSensitive(value) : { ...value, entries };
    }
    return textsOf(value).some((text) => this.tells(text)) ? markSensitive(value) : value;
  }

  /** Whether a text is a secret, or has one in it that is long enough not to be there by chance. */
  tells(text: string): boolean {
    if (this.#texts.has(text)) return true;
    return [...this.#texts].some((secret) => secret.length >= SHORT && text.includes(secret));
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

/** The texts that showing a value without parts would show. */
function textsOf(value: Value): readonly string[] {
  if (value.kind === 'string') return value.value === '' ? [] : [value.value];
  if (value.kind === 'number') return value.value.toFixed().length < SHORT ? [] : [value.value.toFixed()];
  if (value.kind !== 'unknown') return [];
  const prefix = value.prefix === undefined || value.prefix === '' ? [] : [value.prefix];
  return [...prefix, ...[...partsOf(value)].flatMap(textsOf)];
}

function partsOf(value: Value): Iterable<Value> {
  if ('items' in value) return value.items;
  if ('entries' in value) return value.entries.values();
  if (value.kind !== 'unknown') return [];
  return [...(value.candidates ?? []), ...(value.fallback === undefined ? [] : [value.fallback])];
}
