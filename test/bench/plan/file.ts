import { closeSync, openSync, writeSync } from 'node:fs';
import { planObject } from './object.ts';

/** Objects of one block, by `for_each`. */
const PER_BLOCK = 40;

/**
 * Writes a plan in JSON of many objects, the same for the same number. Like the plans that one meets: most objects do not
 * change, they repeat in `planned_values` and `prior_state`, and an entry has about 3 KB.
 */
export function writePlan(path: string, count: number): void {
  const file = openSync(path, 'w');
  const write = (text: string): void => {
    writeSync(file, text);
  };
  const objects = (): Iterable<PlannedObject> => plannedObjects(count);
  write('{"format_version":"1.2","terraform_version":"1.11.4","variables":{"region":{"value":"eu-west-1"}},');
  write('"planned_values":{"root_module":{"resources":[');
  list(write, objects(), ({ after, resource }) =>
    after === null ? undefined : { ...resource, schema_version: 1, values: after },
  );
  write(']}},"resource_changes":[');
  list(write, objects(), ({ resource, actions, before, after, unknown }) => ({
    ...resource,
    change: {
      actions,
      before,
      after,
      after_unknown: unknown,
      before_sensitive: before === null ? false : { tags: {}, tags_all: {} },
      after_sensitive: after === null ? false : { tags: {}, tags_all: {} },
    },
  }));
  write('],"prior_state":{"format_version":"1.0","values":{"root_module":{"resources":[');
  list(write, objects(), ({ before, resource }) =>
    before === null ? undefined : { ...resource, schema_version: 1, values: before },
  );
  write(
    `]}}},"configuration":${JSON.stringify(configuration(count))},"timestamp":"2026-01-01T00:00:00Z","complete":true,"errored":false}\n`,
  );
  closeSync(file);
}

interface PlannedObject {
  readonly resource: object;
  readonly actions: readonly string[];
  readonly before: object | null;
  readonly after: object | null;
  readonly unknown: object;
}

/** Of a hundred objects 80 do not change, 12 are updated, 4 created, 3 deleted, and one is replaced. */
function* plannedObjects(count: number): Generator<PlannedObject> {
  for (let i = 0; i < count; i++) {
    const share = (i * 37) % 100;
    const { type, values, changed, computed } = planObject(i);
    const [block, key] = [Math.floor(i / PER_BLOCK), `item-${i % PER_BLOCK}`];
    const resource = {
      address: `module.team_${block}.${type}.this["${key}"]`,
      module_address: `module.team_${block}`,
      mode: 'managed',
      type,
      name: 'this',
      index: key,
      provider_name: 'registry.terraform.io/hashicorp/aws',
    };
    const updated = { ...values, ...changed };
    const isNew = share >= 92 && share < 96;
    const isReplaced = share === 99;
    const unset = Object.fromEntries(Object.entries(updated).filter(([name]) => !computed.includes(name)));
    const after = share < 80 ? values : share < 92 ? updated : isNew || isReplaced ? unset : null;
    const unknown = after === unset ? Object.fromEntries(computed.map((name) => [name, true])) : {};
    const actions =
      share < 80
        ? ['no-op']
        : share < 92
          ? ['update']
          : isNew
            ? ['create']
            : isReplaced
              ? ['delete', 'create']
              : ['delete'];
    yield { resource, actions, before: isNew ? null : values, after, unknown };
  }
}

function list(
  write: (text: string) => void,
  objects: Iterable<PlannedObject>,
  show: (one: PlannedObject) => object | undefined,
): void {
  let isFirst = true;
  let text = '';
  for (const object of objects) {
    const shown = show(object);
    if (shown === undefined) continue;
    text += (isFirst ? '' : ',') + JSON.stringify(shown);
    isFirst = false;
    if (text.length < 1_000_000) continue;
    write(text);
    text = '';
  }
  write(text);
}

function configuration(count: number): object {
  const calls: Record<string, object> = {};
  for (let block = 0; block * PER_BLOCK < count; block++) {
    const types = new Map(
      Array.from({ length: PER_BLOCK }, (_, i) => planObject(block * PER_BLOCK + i)).map((one) => [
        one.type,
        one,
      ]),
    );
    const resources = [...types.values()].map(({ type, values, computed }) => ({
      address: `${type}.this`,
      mode: 'managed',
      type,
      name: 'this',
      provider_config_key: 'aws',
      expressions: Object.fromEntries(
        Object.keys(values)
          .filter((name) => !computed.includes(name))
          .map((name) => [name, { references: [`each.value.${name}`, 'each.value'] }]),
      ),
      for_each_expression: { references: ['var.items'] },
    }));
    calls[`team_${block}`] = { source: './modules/team', module: { resources } };
  }
  const region = { references: ['var.region'] };
  return {
    provider_config: {
      aws: { name: 'aws', full_name: 'registry.terraform.io/hashicorp/aws', expressions: { region } },
    },
    root_module: { module_calls: calls, variables: { region: {} } },
  };
}
