import { decimal } from '../../../../src/lib/decimal.ts';
import type { CostLine } from '../../../../src/model/cost.ts';
import { at, compared, cost, costed, line, range, result as build, totals } from '../build.ts';

const small = line('Linux, on demand, m5.large', range('730'), '0.115', 'hours');
const large = {
  ...line('Linux, on demand, m5.xlarge', range('730'), '0.23', 'hours'),
  monthly: range('92.2097'),
  list: range('154.468'),
  contracted: range('135.93184'),
  adjustments: [
    { kind: 'negotiated_discount', id: 'edp', text: '12% off the list price', effect: range('-18.53616') },
    {
      kind: 'reserved',
      id: 'web-ri',
      text: '60% covered by a reservation (1y, standard, no upfront) at $0.145 per hour',
      effect: range('-43.72214'),
    },
  ],
} as const;
const spot = line('Linux, spot, m5.large', range('730'), '0.04', 'hours');
const estimated: CostLine = {
  ...spot,
  evidence: 'C',
  reason: 'the price is an average and in no price list (aws-spot-advisor, 2025-06-28)',
  price: spot.price && { ...spot.price, option: 'spot', quality: 'estimate' },
};

/** A larger instance in euros, with a discount and a reservation, and one of spot capacity. */
export const result = build({
  currency: 'EUR',
  totals: compared(totals(range('400.10')), totals(range('437.5')), totals(range('37.40'))),
  pricing: {
    list: compared(totals(range('500')), totals(range('606.32')), totals(range('106.32'))),
    freeTier: 'off',
    exchangeRates: [
      { from: 'USD', to: 'EUR', rate: decimal('0.92'), date: '2026-10-30', source: 'ECB | <b>', place: at('tollgate.yml', 4) },
    ],
    entries: [
      { kind: 'negotiated_discount', id: 'edp', state: 'used', lines: 3, effect: range('-40', '-50', '-30') },
      { kind: 'negotiated_discount', id: 'old', state: 'expired', lines: 0, effect: range('0') },
      { kind: 'own_price', id: 'vpc eu-central-1 nat-gateway.hour', state: 'not-yet-valid', lines: 0, effect: range('0') },
      { kind: 'reserved', id: 'web-ri', state: 'used', lines: 1, effect: range('-43.72214') },
      { kind: 'savings_plan', id: 'csp', state: 'unused', lines: 0, effect: range('0') },
    ],
  },
  changes: [
    costed('update', 'aws_instance.web', {
      base: cost('aws_instance.web', [small]),
      head: cost('aws_instance.web', [large]),
    }),
    costed('create', 'aws_spot_instance_request.batch', {
      head: cost('aws_spot_instance_request.batch', [estimated]),
    }),
  ],
});
