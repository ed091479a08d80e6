import type { Json, JsonObject } from '../../lib/json.ts';
import type { Regions } from '../../model/config.ts';
import type { Resource } from '../../model/resource.ts';
import type { SourceRange } from '../../model/source.ts';
import type { ObjectValue } from '../../model/value.ts';
import type { Moved } from '../diff/moved.ts';
import type { Forgotten, Gap } from '../diff/vanished.ts';
import { RecordedEntries } from '../recorded/entries.ts';
import { blockKey } from './configuration.ts';
import type { PlanBlock, PlanProvider } from './configuration.ts';
import { configuredProvider } from './configured-provider.ts';
import { defaultTags, repeatedTags } from './default-tags.ts';
import type { Plan, PlannedChange } from './plan.ts';
import { plannedOf } from './planned.ts';
import { regionOf } from './region.ts';
import { blockAddress } from './written-index.ts';
import type { WrittenIndex } from './written-index.ts';

/** What a plan is read with. */
export interface PlanContext {
  /** Id of the project that it plans. */
  readonly project: string;
  /** What the configuration of each side describes; nothing where it is not in the repository. */
  readonly written: { readonly base: WrittenIndex; readonly head: WrittenIndex };
  /** For providers whose configuration names no region. */
  readonly regions?: Regions | undefined;
  /** Only one side of the plan is used: what it does is not what is asked. */
  readonly isPair?: boolean;
}

/** Both sides of a plan, as the evaluation of a configuration would give them. */
export interface PlanSides {
  readonly base: readonly Resource[];
  readonly head: readonly Resource[];
  readonly moved: readonly Moved[];
  readonly forgotten: readonly Forgotten[];
  /** All of the project where the plan leaves something out. */
  readonly gaps: readonly Gap[];
}

/**
 * The managed resources before and after a plan, unchanged ones too. Data sources and objects that a broken replacement left
 * behind are in neither. Values are the plan's; places, and what the plan hides, come from the configuration.
 */
export function planSides(plan: Plan, context: PlanContext): PlanSides {
  const moved: Moved[] = [];
  const forgotten: Forgotten[] = [];
  const base: Resource[] = [];
  const head: Resource[] = [];
  for (const change of plan.changes) {
    if (change.mode !== 'managed' || change.deposed !== undefined) continue;
    const object = new PlannedObject(plan, change, context);
    const after = object.after();
    const before = change.before === change.after ? after : object.before();
    if (before !== undefined) base.push(at(before, change.previousAddress ?? change.address));
    if (after !== undefined && change.action !== 'forget') head.push(after);
    const { project } = context;
    if (change.previousAddress !== undefined) {
      moved.push({ project, from: change.previousAddress, to: change.address, source: object.source });
    }
    if (change.action === 'forget') forgotten.push({ project, from: change.address, source: object.source });
  }
  const gaps = plan.isPartial ? [{ project: context.project, address: '' }] : [];
  return { base, head, moved, forgotten, gaps };
}

function at(resource: Resource, address: string): Resource {
  return resource.address === address ? resource : { ...resource, address };
}

/** One object of a plan, on both sides. */
class PlannedObject {
  readonly source: SourceRange;
  readonly #change: PlannedChange;
  readonly #context: PlanContext;
  readonly #block: PlanBlock | undefined;
  readonly #configured: PlanProvider | undefined;

  constructor(plan: Plan, change: PlannedChange, context: PlanContext) {
    const { configuration, file } = plan;
    const { type, name, provider } = change;
    const modulePath = blockAddress(change.modulePath);
    this.#change = change;
    this.#context = context;
    this.#block = configuration.blocks.get(blockKey(modulePath, type, name));
    const key = this.#block?.providerKey;
    this.#configured = configuredProvider(configuration, { key, provider, modulePath });
    const { base, head } = context.written;
    const old = change.previousAddress ?? change.address;
    const place = head.block(change.address) ?? base.block(old);
    this.source = place?.source ?? { file, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  }

  before(): Resource | undefined {
    const { before, beforeSensitive, previousAddress, address } = this.#change;
    if (before === null) return undefined;
    const written = this.#context.written.base.instance(previousAddress ?? address);
    return this.#resource(
      { object: before, unknown: false, sensitive: beforeSensitive, isThere: true },
      written,
    );
  }

  after(): Resource | undefined {
    const { after, afterUnknown, afterSensitive, action, address } = this.#change;
    if (after === null) return undefined;
    const written = this.#context.written.head.instance(address);
    const isThere = action === 'no-op';
    const side = { object: after, unknown: afterUnknown, sensitive: afterSensitive, isThere };
    const planned = this.#context.isPair === true ? undefined : plannedOf(this.#change);
    const resource = this.#resource(side, written);
    return planned === undefined ? resource : { ...resource, planned };
  }

  #resource(side: Side, written: Resource | undefined): Resource {
    const { type, name, modulePath, address, provider } = this.#change;
    const facts = { type, provider, configured: this.#configured, written, regions: this.#context.regions };
    const alias = this.#configured?.alias;
    return {
      ...{ address, type, name, modulePath },
      provider: {
        ...written?.provider,
        name: provider,
        ...(alias === undefined ? {} : { alias }),
        defaultTags: defaultTags(side, facts),
      },
      region: regionOf(side.object, facts),
      attributes: this.#attributes(side, written),
      source: written?.source ?? this.source,
      project: this.#context.project,
      repetition: 'exact',
    };
  }

  #attributes(side: Side, written: Resource | undefined): ObjectValue {
    const recorded = {
      data: side.object,
      unknown: side.unknown,
      sensitive: side.sensitive,
      written: this.#block?.written,
      hint: written?.attributes,
      type: this.#change.type,
      path: '',
      hidden: repeatedTags(this.#change.provider),
    };
    return {
      kind: 'object',
      entries: new RecordedEntries(recorded, side.object),
      origin: written?.attributes.origin ?? [],
    };
  }
}

interface Side {
  readonly object: JsonObject;
  readonly unknown: Json;
  readonly sensitive: Json;
  readonly isThere: boolean;
}
