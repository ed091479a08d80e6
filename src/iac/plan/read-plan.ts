import type { Json } from '../../lib/json.ts';
import { utf8Chunks } from '../../lib/json-stream/encoding.ts';
import { JsonScanner, JsonScanError } from '../../lib/json-stream/scanner.ts';
import type { Taking } from '../../lib/json-stream/scanner.ts';
import { parseRecorded } from '../recorded/parse.ts';
import { plannedChange } from './change.ts';
import type { KeptUnchanged } from './change.ts';
import { planConfiguration } from './configuration.ts';
import { parseEntry } from './entry-text.ts';
import { formatProblem, planDiagnostics } from './oddities.ts';
import type { Plan, PlannedChange } from './plan.ts';
import { notAPlan, notJson, refusal } from './refusal.ts';
import { isTooLarge, MAX_VALUES } from './size.ts';

/** Most objects of a plan: an apply of so many does not end. */
const MAX_CHANGES = 250_000;

/** The parts of a plan that are looked at. All others are skipped unread: they repeat these, or hold secrets. */
const PARTS: ReadonlyMap<string, Taking> = new Map([
  ['format_version', 'whole'],
  ['terraform_version', 'whole'],
  ['resource_changes', 'items'],
  ['resource_drift', 'items'],
  ['deferred_changes', 'items'],
  ['configuration', 'whole'],
  ['variables', 'whole'],
  ['complete', 'whole'],
  ['errored', 'whole'],
]);

/**
 * Reads a plan in JSON: `readPlan(bytes, 'plan.json')`, or with the chunks of a file that is too large for one text. Nothing
 * of it is kept but resources and what the configuration says about them. Throws UserError, with a way out, for what is no
 * such plan; what is odd about one is in its diagnostics. `file` is how the messages call it. Of objects that do not change
 * only the attributes that `keep` names are kept: of a large plan these are most.
 */
export function readPlan(input: Uint8Array | Iterable<Uint8Array>, file: string, keep?: KeptUnchanged): Plan {
  const chunks = input instanceof Uint8Array ? [input] : input;
  const parts = new PlanParts(file, keep);
  const scanner = new JsonScanner(parts);
  let start: Uint8Array = new Uint8Array();
  try {
    for (const chunk of utf8Chunks(chunks)) {
      if (start.length < 4096) start = Buffer.concat([start, chunk.subarray(0, 4096)]);
      scanner.add(chunk);
    }
    scanner.end();
  } catch (error) {
    if (!(error instanceof JsonScanError)) throw error;
    throw notJson(file, error.problem, error.offset, start);
  }
  return parts.plan();
}

/** Collects the parts of a plan as they are found. */
class PlanParts {
  readonly #file: string;
  readonly #keep: KeptUnchanged | undefined;
  readonly #keys = new Set<string>();
  readonly #whole = new Map<string, Json>();
  readonly #changes: PlannedChange[] = [];
  readonly #counts = { resource_drift: 0, deferred_changes: 0 };
  #unread = 0;

  constructor(file: string, keep: KeptUnchanged | undefined) {
    this.#file = file;
    this.#keep = keep;
  }

  take(key: string): Taking {
    if (this.#keys.size === 0 && key.startsWith('@')) throw notAPlan(this.#file, new Set(['@level']));
    if (this.#keys.has(key) && PARTS.has(key))
      throw refusal(this.#file, `has the key ${JSON.stringify(key)} twice.`);
    if (this.#keys.size < 1000) this.#keys.add(key);
    return PARTS.get(key) ?? 'skip';
  }

  found(key: string, bytes: Uint8Array): void {
    if (key === 'resource_drift' || key === 'deferred_changes') this.#counts[key]++;
    else if (key === 'resource_changes') this.#addChange(this.#parse(key, bytes));
    else this.#whole.set(key, this.#parse(key, bytes));
  }

  plan(): Plan {
    const version = this.#whole.get('format_version');
    if (typeof version !== 'string' || this.#keys.has('values')) throw notAPlan(this.#file, this.#keys);
    const problem = formatProblem(this.#file, version);
    const terraformVersion = this.#whole.get('terraform_version');
    const isFailed = this.#whole.get('errored') === true;
    const found = {
      file: this.#file,
      changes: this.#changes,
      isPartial: isFailed || this.#whole.get('complete') === false || this.#counts.deferred_changes > 0,
      drifted: this.#counts.resource_drift,
    };
    const oddities = {
      ...found,
      deferred: this.#counts.deferred_changes,
      isFailed,
      unread: this.#unread,
    };
    return {
      ...found,
      terraformVersion: typeof terraformVersion === 'string' ? terraformVersion : undefined,
      configuration: planConfiguration(this.#whole.get('configuration'), this.#whole.get('variables')),
      diagnostics: [...problem, ...planDiagnostics(oddities)],
    };
  }

  #addChange(entry: Json): void {
    if (entry === null) return;
    const change = plannedChange(entry, this.#keep);
    if (change !== undefined && isTooLarge(change)) {
      const what = `has more than ${MAX_VALUES} values in one resource, ${change.address.slice(0, 200)}.`;
      throw refusal(this.#file, what, 'Check this project without its plan.');
    }
    if (change === undefined) this.#unread++;
    else this.#changes.push(change);
    if (this.#changes.length > MAX_CHANGES) {
      throw refusal(
        this.#file,
        `has more than ${MAX_CHANGES} resources.`,
        'Split the configuration into smaller ones.',
      );
    }
  }

  #parse(key: string, bytes: Uint8Array): Json {
    try {
      if (key === 'resource_changes') return parseEntry(bytes);
      return parseRecorded(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'));
    } catch {
      throw refusal(this.#file, `is no valid JSON: the value of ${JSON.stringify(key)} cannot be parsed.`);
    }
  }
}
