import { nodeAt, textOf } from '../../config/yaml/access.ts';
import { quoted } from '../../config/yaml/wording.ts';
import { decimal } from '../../lib/decimal.ts';
import { nearest } from '../../lib/nearest.ts';
import type { CorrectionRecord } from '../../model/billing/correction.ts';
import type { Sku } from '../../model/billing/terms.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DocumentNode } from '../../model/node.ts';
import { errorAt } from '../diagnostics.ts';
import type { ResolvedProfile } from '../resolve/catalogue.ts';
import { referenceTo } from '../resolve/resolved-profile.ts';
import { customerOf } from './customer.ts';
import type { HeldVersions } from './held.ts';

export interface Correction {
  readonly id: string;
  readonly reason: string;
  readonly profile: ResolvedProfile;
  /** Of the profile, by id. */
  readonly skus: ReadonlyMap<string, Sku>;
}

/** The record of one line of a correction, or why there is none. */
export function recordOf(
  line: DocumentNode,
  correction: Correction,
  held: HeldVersions,
): CorrectionRecord | Diagnostic {
  const { profile, id, reason, skus } = correction;
  const { terms, sha256 } = profile;
  const text = (key: string) => textOf(nodeAt(line, key)) ?? '';
  const sku = skus.get(text('sku'));
  if (sku === undefined) return unknownSku(nodeAt(line, 'sku') ?? line, correction);
  const customer = customerOf(line, profile, held);
  if ('severity' in customer) return customer;
  const tooFine = finerThanPaid(nodeAt(line, 'amount') ?? line, profile);
  if (tooFine !== undefined) return tooFine;
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

function unknownSku(node: DocumentNode, { profile, skus }: Correction): Diagnostic {
  const id = textOf(node) ?? '';
  const guess = nearest(id, skus.keys());
  const message = `There is no SKU ${quoted(id)} in ${referenceTo(profile.terms)}.`;
  return errorAt(node.span, 'unknown-sku', message, guess && `Did you mean "${guess}"?`);
}

/** The error of an amount that no invoice of the profile can have, since those are rounded. */
function finerThanPaid(
  node: DocumentNode,
  { terms: { currency, rounding } }: ResolvedProfile,
): Diagnostic | undefined {
  const text = textOf(node) ?? '';
  const decimals = decimal(text).toFixed().split('.')[1]?.length ?? 0;
  if (decimals <= rounding.digits) return undefined;
  const message = `The amount ${text} has ${decimals} digits after the point; invoices in ${currency} have ${rounding.digits}.`;
  return errorAt(node.span, 'correction-too-fine', message, 'Round it: a finer amount cannot be paid.');
}
