import { nodeAt, textOf } from '../../config/yaml/access.ts';
import { decimal } from '../../lib/decimal.ts';
import { quoted } from '../../config/yaml/wording.ts';
import { compareInstants } from '../../lib/calendar.ts';
import { nearest } from '../../lib/nearest.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DocumentNode } from '../../model/node.ts';
import { errorAt } from '../diagnostics.ts';
import type { Catalogue, ResolvedProfile } from '../resolve/catalogue.ts';
import { referenceTo } from '../resolve/resolved-profile.ts';
import { versionsInForce } from '../timeline/timeline.ts';
import type { CorrectionRecord } from '../../model/billing/correction.ts';

export interface Correction {
  readonly id: string;
  readonly reason: string;
  readonly profile: ResolvedProfile;
}

/** The record of one line of a correction, or why there is none. */
export function recordOf(
  line: DocumentNode,
  correction: Correction,
  catalogue: Catalogue,
): CorrectionRecord | Diagnostic {
  const { profile, id, reason } = correction;
  const { terms, sha256 } = profile;
  const text = (key: string) => textOf(nodeAt(line, key)) ?? '';
  const at = (key: string) => (nodeAt(line, key) ?? line).span;
  const sku = terms.skus.find((one) => one.id === text('sku'));
  if (sku === undefined) {
    const guess = nearest(
      text('sku'),
      terms.skus.map((one) => one.id),
    );
    const message = `There is no SKU ${quoted(text('sku'))} in ${referenceTo(terms)}.`;
    return errorAt(at('sku'), 'unknown-sku', message, guess && `Did you mean "${guess}"?`);
  }
  const customer = customerOf(line, profile, catalogue);
  if ('severity' in customer) return customer;
  const outside = outsideOf(customer, text('from'), text('to'), profile, catalogue);
  if (outside !== undefined) return errorAt(at('from'), 'correction-outside', outside.message, outside.hint);
  const quantity = textOf(nodeAt(line, 'quantity'));
  return {
    BilledCost: decimal(text('amount')).toFixed(),
    BillingCurrency: terms.currency,
    ChargeCategory: 'Usage',
    ChargeClass: 'Correction',
    ChargeDescription: reason,
    ChargePeriodStart: text('from'),
    ChargePeriodEnd: text('to'),
    ConsumedQuantity: quantity === undefined ? null : decimal(quantity).toFixed(),
    ConsumedUnit: quantity === undefined ? null : sku.unit,
    SkuId: sku.id,
    SubAccountId: customer.id,
    SubAccountType: customer.type,
    x_BillingProfileId: terms.id,
    x_BillingProfileVersion: terms.version,
    x_BillingProfileSha256: sha256,
    x_CorrectionId: id,
  };
}

interface Customer {
  readonly type: string;
  readonly id: string;
}

/** Who `binding` names: by the id, or by type and id with a blank between them. */
function customerOf(
  line: DocumentNode,
  { terms }: ResolvedProfile,
  catalogue: Catalogue,
): Customer | Diagnostic {
  const node = nodeAt(line, 'binding') ?? line;
  const name = textOf(node) ?? '';
  const [first = '', second] = name.split(' ', 2);
  const bindings = catalogue.bindingsOf(terms.environment, second ?? first).map(({ binding }) => binding);
  const types = new Set(
    bindings.map(({ type }) => type).filter((type) => second === undefined || type === first),
  );
  const [type, other] = types;
  if (type !== undefined && other === undefined) return { type, id: second ?? first };
  if (type === undefined)
    return errorAt(
      node.span,
      'unknown-binding',
      `Nobody is bound as ${quoted(name)} in ${terms.environment}.`,
    );
  const message = `${quoted(name)} is the id of customers of several types: ${[...types].join(', ')}.`;
  return errorAt(node.span, 'unknown-binding', message, `Write the type before it: "${type} ${name}".`);
}

/** What is wrong with a window in which the version did not hold for the customer all the time. */
function outsideOf(
  { type, id }: Customer,
  from: string,
  to: string,
  { terms }: ResolvedProfile,
  catalogue: Catalogue,
): { message: string; hint: string } | undefined {
  const parts = versionsInForce(catalogue, terms.environment, id, type)
    .filter(({ profile }) => referenceTo(profile.terms) === referenceTo(terms))
    .map((part) => ({ from: part.from, to: part.to }));
  let reached = from;
  for (const part of parts) {
    if (compareInstants(part.from, reached) > 0) continue;
    if (part.to === null || compareInstants(part.to, to) >= 0) return undefined;
    if (compareInstants(part.to, reached) > 0) reached = part.to;
  }
  const message = `${referenceTo(terms)} did not hold for the ${type} ${quoted(id)} from ${from} to ${to}.`;
  const held = parts.map((part) =>
    part.to === null ? `from ${part.from}` : `from ${part.from} to ${part.to}`,
  );
  const hint =
    held.length === 0
      ? 'It never held for this customer: name the version that did.'
      : `It held ${held.join(' and ')}.`;
  return { message, hint };
}
