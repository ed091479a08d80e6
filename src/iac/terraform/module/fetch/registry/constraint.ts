import { compare, parse } from 'semver';
import type { SemVer } from 'semver';

/** One condition on a version, such as `~> 1.2`. */
interface Condition {
  readonly operator: string;
  readonly version: SemVer;
  /** How many of major, minor and patch were written. */
  readonly written: number;
}

/** What the `version` of a module call allows. */
export type VersionConstraint = readonly Condition[];

/** More conditions are no constraint. */
const MOST_CONDITIONS = 32;

/**
 * Reads `= != > >= < <= ~>` conditions, all of which hold, joined by commas (Terraform, "Version Constraints"). Undefined
 * when it is something else. Without any text every version is allowed.
 */
export function parseConstraint(text: string): VersionConstraint | undefined {
  if (text.trim() === '') return [];
  const parts = text.split(',');
  if (parts.length > MOST_CONDITIONS) return undefined;
  const conditions = parts.map((part) => condition(part.trim()));
  return conditions.every((one) => one !== undefined) ? conditions : undefined;
}

function condition(text: string): Condition | undefined {
  const [, operator = '', digits, rest = ''] =
    /^(=|!=|>=|<=|~>|>|<|)\s*v?(\d+(?:\.\d+){0,2})((?:[-+][0-9A-Za-z.+-]*)?)$/.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const numbers = digits.split('.');
  const version = parse([...numbers, '0', '0'].slice(0, 3).map(withoutZeros).join('.') + rest);
  return version === null ? undefined : { operator: operator || '=', version, written: numbers.length };
}

/** Digits may begin with zeros (go-version), which semver does not take. */
function withoutZeros(number: string): string {
  return number.replace(/^0+(?=\d)/, '');
}

/**
 * Whether a version fulfils all conditions. A prerelease does only when it is asked for by `=` and its full name
 * (Terraform, "Version Constraints": never by a range). Build metadata counts for nothing.
 */
export function allows(constraint: VersionConstraint, version: SemVer): boolean {
  if (version.prerelease.length > 0 && !constraint.some((one) => isExactly(one, version))) return false;
  return constraint.every((one) => fulfils(one, version));
}

function isExactly(one: Condition, version: SemVer): boolean {
  return one.operator === '=' && compare(one.version, version) === 0;
}

function fulfils({ operator, version: wanted, written }: Condition, version: SemVer): boolean {
  const order = compare(version, wanted);
  switch (operator) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    default:
      return order >= 0 && isWithin(wanted, written, version);
  }
}

/** `~>` lets only the last written number grow; of a prerelease it allows none but prereleases (go-version). */
function isWithin(wanted: SemVer, written: number, version: SemVer): boolean {
  if (wanted.prerelease.length > 0 && version.prerelease.length === 0) return false;
  if (written === 1) return true;
  return version.major === wanted.major && (written === 2 || version.minor === wanted.minor);
}

/** The newest of the versions that a constraint allows, as the registry writes it; what is no version is left out. */
export function newestAllowed(
  versions: readonly string[],
  constraint: VersionConstraint,
): string | undefined {
  return versions
    .flatMap((text) => {
      const version = parse(text);
      return version !== null && allows(constraint, version) ? [{ text, version }] : [];
    })
    .sort((a, b) => compare(b.version, a.version))[0]?.text;
}

/** The one version that a constraint names, when it names exactly one: `1.2.3` or `= 1.2.3`. */
export function exactVersion(constraint: VersionConstraint): string | undefined {
  const [only, ...others] = constraint;
  return only?.operator === '=' && others.length === 0 ? only.version.version : undefined;
}
