import type { Decimal } from '../lib/decimal.ts';
import type {
  Config,
  ModuleCredential,
  ModulesConfig,
  ProjectConfig,
  Regions,
  TagRule,
} from '../model/config.ts';
import { allDigits } from '../model/money-text.ts';
import type { UnitDefinition } from '../model/unit.ts';
import { billingSettings } from './billing-text.ts';
import { pricingSettings } from './pricing-text.ts';

/**
 * What a pull request changes about the gate itself, one sentence each: levels, limits, required tags,
 * units and what is read. In the order of the file. It takes effect when merged.
 */
export function configChanges(base: Config, head: Config): string[] {
  const [before, after] = [settings(base), settings(head)];
  const names = new Set([...before.keys(), ...after.keys()]);
  const sentences = [...names].flatMap((name) => sentence(name, before.get(name), after.get(name)) ?? []);
  return [...sentences, ...inputChanges(base, head)];
}

/** Projects whose input values change: variables, and files with what the cloud answers. The values are not shown: they may be secret. */
function inputChanges(base: Config, head: Config): string[] {
  const inputs = (config: Config) =>
    new Map(
      config.projects.map((project) => [
        projectName(project),
        JSON.stringify([project.varFiles, project.variables, project.dataFiles, project.remoteState]),
      ]),
    );
  const before = inputs(base);
  const projects = [...inputs(head)].flatMap(([name, value]) =>
    before.has(name) && before.get(name) !== value ? [`The variables of the project "${name}" change.`] : [],
  );
  const [told, tells] = [base, head].map(({ terragrunt }) => JSON.stringify(terragrunt));
  return told === tells ? projects : [...projects, 'What Terragrunt is told changes.'];
}

function projectName({ path, name, workspace }: ProjectConfig): string {
  const shown = name ?? path;
  return workspace === undefined || shown.endsWith(`@${workspace}`) ? shown : `${shown} in ${workspace}`;
}

function sentence(name: string, before: string | undefined, after: string | undefined): string | undefined {
  if (before === after) return undefined;
  if (before === undefined) return `${name} is added: ${after ?? ''}.`;
  if (after === undefined) return `${name} is removed; it was ${before}.`;
  return `${name} changes from ${before} to ${after}.`;
}

/** Everything that decides a verdict, by the name that a sentence begins with. Limits that are not set are not in it. */
function settings(config: Config): Map<string, string> {
  const { requiredTags, profileVersion, monthlyIncrease, unitIncrease } = config.policies;
  const all: [string, string | Decimal | null][] = [
    ['The currency', config.currency],
    ...pricingSettings(config.pricing),
    ['The list of projects', listed(config.projects.map(projectName))],
    ['The default region', regionsText(config.defaultRegions)],
    ...config.projects.map((project): [string, string | null] => [
      `The region of the project "${projectName(project)}"`,
      regionsText(project.regions),
    ]),
    ...config.projects.map((project): [string, string | null] => [
      `The account of the project "${projectName(project)}"`,
      project.account ?? null,
    ]),
    ['The list of excluded paths', listed(config.exclude)],
    ['The fetching of modules', fetchText(config.modules)],
    ['The list of hosts of modules', listed(config.modules.hosts ?? [])],
    ['The list of credentials of modules', listed(config.modules.credentials.map(credentialText))],
    ['The usage file', config.usageFile],
    ['The price book', config.priceBook ?? null],
    ...config.units.map((unit): [string, string] => [`The unit "${unit.id}"`, unitText(unit)]),
    ['The level of required tags', requiredTags.level],
    ['The effect of unknown tags', requiredTags.unknown],
    [
      'What required tags are asked of',
      requiredTags.children === true ? 'resources and what they make' : 'resources',
    ],
    ...requiredTags.keys.map((rule): [string, string] => [`The required tag "${rule.key}"`, tagText(rule)]),
    ['The level of profile versions', profileVersion.level],
    ...billingSettings(config),
    ['The level of the monthly increase', monthlyIncrease.level],
    ['The limit on the monthly increase', monthlyIncrease.amount],
    ['The percent limit on the monthly increase', monthlyIncrease.percent],
    ['The basis of the monthly increase', monthlyIncrease.basis],
    ['The effect of an unknown cost on the monthly increase', monthlyIncrease.unknown],
    ['The level of the increase per unit', unitIncrease.level],
    ['The percent limit on the increase per unit', unitIncrease.percent],
    ['The basis of the increase per unit', unitIncrease.basis],
    ['The effect of an unknown cost on the increase per unit', unitIncrease.unknown],
    ...Object.entries(unitIncrease.amounts).map(([id, amount]): [string, Decimal] => [
      `The limit on the increase per "${id}"`,
      amount,
    ]),
  ];
  return new Map(
    all.flatMap(([name, value]) =>
      value === null ? [] : [[name, typeof value === 'string' ? value : allDigits(value)]],
    ),
  );
}

function listed(items: readonly string[]): string | null {
  return items.length === 0 ? null : items.join(', ');
}

function regionsText(regions: Regions | undefined): string | null {
  return listed(Object.entries(regions ?? {}).map(([cloud, region]) => `${region} (${cloud})`));
}

function fetchText({ fetch, forks }: ModulesConfig): string {
  if (!fetch) return 'off';
  return forks ? 'on, for forks too' : 'on';
}

function credentialText({ host, tokenEnv, username }: ModuleCredential): string {
  return `${tokenEnv} for ${username === undefined ? host : `${username} at ${host}`}`;
}

function tagText(rule: TagRule): string {
  const values = rule.values === null ? 'any value' : rule.values.join(', ');
  return rule.allowEmpty ? `${values}, also empty` : values;
}

function unitText(unit: UnitDefinition): string {
  const volume =
    unit.volume === null ? 'no volume' : `${allDigits(unit.volume.monthly)} a month (${unit.volume.source})`;
  const { tags = {}, paths, types } = unit.match;
  const parts = [
    ...Object.entries(tags).map(([key, value]) => `${key}=${value}`),
    ...(paths ?? []),
    ...(types ?? []),
  ];
  const match = parts.length === 0 ? 'all resources' : `resources with ${parts.join(', ')}`;
  const revenue = unit.revenue === null ? '' : `, revenue ${allDigits(unit.revenue.amount)}`;
  return `${volume}, for ${allDigits(unit.per)}, ${match}${revenue}`;
}
