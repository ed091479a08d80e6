import { nodeAt, textOf } from '../../config/yaml/access.ts';
import { compareInstants, isInstant } from '../../lib/calendar.ts';
import type { DocumentNode } from '../../model/node.ts';
import type { ProfileDifference } from '../../model/profile.ts';
import { rangeOf } from '../../model/source.ts';
import { withoutPersonalData } from '../check/personal-data.ts';
import { plainNumber } from '../item-key.ts';
import { isDefault } from './defaults.ts';
import { isFree, isZero, wasFree } from './free.ts';
import {
  BACKWARD_LIFECYCLE,
  lifecycleRule,
  LONGER_PROMOTION,
  NOTATION,
  OPTIONAL_DISCOUNT,
  PRICE_TO_ZERO,
  ruleFor,
  type ChangeRule,
} from './rules.ts';
import type { NodeDifference, Step } from './tree-diff.ts';
import { valueText } from './value-text.ts';

const LIFECYCLE = ['draft', 'published', 'deprecated', 'retired'];
const PRICE_OF_SKU = /^skus\[\]\.price\.(?:.*\.)?(?:amount|unit|price|flat|rate|fixed|multiplier)$/;
/** The field that is there for one model only: it is added when the model changes. */
const MAIN_PRICE = /^skus\[\]\.price\.(?:amount|unit|price|rate|multiplier)$/;
/** What is added with prices of its own: an SKU, or a tier, which is a new one as soon as its bound moves. */
const PRICED = /^skus\[\](?:\.price\.(?:.*\.)?tiers\[\])?$/;
const DECIMAL = /^-?\d+(?:\.\d+)?$/;
const MOST = 'skus[].maxAmount';

/** What a difference is called, which version step it needs and who must approve it. `before` is the whole document at base. */
export function classify(kind: string, difference: NodeDifference, before: DocumentNode): ProfileDifference {
  const { base, head, span } = difference;
  const change = base === undefined ? 'added' : head === undefined ? 'removed' : 'changed';
  const rule = ruleOf(difference, before, ruleFor(kind, patternOf(difference.path), change));
  return {
    path: withoutPersonalData(pathText(difference.path)),
    kind: change,
    base: base === undefined ? null : valueText(base),
    head: head === undefined ? null : valueText(head),
    changeClass: rule.changeClass,
    requiredBump: rule.bump,
    approval: rule.approval,
    source: rangeOf(span),
  };
}

/** The rule for its values, or else that of its place. A notation makes a step smaller: where any value may change, or none, it may as well. */
function ruleOf(difference: NodeDifference, before: DocumentNode, ofPlace: ChangeRule): ChangeRule {
  const rule = special(difference, before) ?? ofPlace;
  return rule === NOTATION && (ofPlace.bump === 'none' || ofPlace.bump === 'refused') ? ofPlace : rule;
}

/** `skus[api-calls].price.unit`. */
function pathText(path: readonly Step[]): string {
  return path.map(({ name, item }, index) => (item ? `[${name}]` : index === 0 ? name : `.${name}`)).join('');
}

/** The same with `[]` for each item. */
function patternOf(path: readonly Step[]): string {
  return pathText(path.map((step) => (step.item ? { ...step, name: '' } : step)));
}

/** Rules that look at the values and not only at the place. */
function special({ path, base, head }: NodeDifference, root: DocumentNode): ChangeRule | undefined {
  const pattern = patternOf(path);
  if ((base === undefined || head === undefined) && isDefault(pattern, head ?? base, root)) return NOTATION;
  if (pattern === 'lifecycle') return lifecycleChange(textOf(base), textOf(head));
  if (pattern === 'discounts[]' && base === undefined)
    return isOptional(head) ? OPTIONAL_DISCOUNT : undefined;
  if (base === undefined && PRICED.test(pattern) && isFree(head) && !wasFree(root, path))
    return PRICE_TO_ZERO;
  const [before, after] = [textOf(base), textOf(head)];
  if (after === undefined) return undefined;
  if (before === undefined)
    return isGivenAway(pattern, after) && !wasFree(root, path) ? PRICE_TO_ZERO : undefined;
  if (pattern === 'discounts[].to' && isInstant(before) && isInstant(after)) {
    return compareInstants(before, after) < 0 ? LONGER_PROMOTION : undefined;
  }
  if (!DECIMAL.test(before) || !DECIMAL.test(after)) return undefined;
  if (plainNumber(before) === plainNumber(after)) return NOTATION;
  const isPrice = PRICE_OF_SKU.test(pattern) || pattern === MOST;
  return isPrice && isZero(after) ? PRICE_TO_ZERO : undefined;
}

/** Whether a field that was not there makes an SKU cost nothing: the price of another model, or the most that it may cost. */
function isGivenAway(pattern: string, value: string): boolean {
  return (MAIN_PRICE.test(pattern) || pattern === MOST) && isZero(value);
}

function lifecycleChange(base: string | undefined, head: string | undefined): ChangeRule {
  const forward = LIFECYCLE.indexOf(head ?? '') > LIFECYCLE.indexOf(base ?? '');
  return forward && head !== undefined ? lifecycleRule(head) : BACKWARD_LIFECYCLE;
}

function isOptional(discount: DocumentNode | undefined): boolean {
  const enabled = nodeAt(discount, 'enabled');
  return enabled?.kind === 'scalar' && enabled.value === false;
}
