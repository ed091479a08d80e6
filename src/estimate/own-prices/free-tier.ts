import { decimal } from '../../lib/decimal.ts';
import type { Price, Range } from '../../model/cost.ts';
import { quantity } from '../../model/money-text.ts';
import { combineRanges, exactly, isNothing, subtractRanges } from '../../model/range.ts';
import type { Free, KnownLine } from './adjust-line.ts';
import type { Allowance } from './allowances.ts';

/** What is left of the allowances of one side. Ask for the lines in one order: who comes first takes first. */
export interface FreePool {
  /** The part of a line's quantity that is free, taken from what is left for its account. */
  take(line: KnownLine, project: string): Free | undefined;
}

/** Allowances by the prices that they hold for. */
export interface FreeTerms {
  /** Whether an allowance holds for a price. */
  has(price: Price): boolean;
  pool(): FreePool;
}

/** Partitions of AWS that most of its free tier leaves out: none of it is taken for granted there. */
const WITHOUT = /^(us-gov|cn)-/;

/** Allowances for each account, or once for all of `accountOf` that give one text. */
export function freeTerms(
  allowances: readonly Allowance[],
  accountOf: (project: string) => string,
): FreeTerms {
  const byKey = new Map(
    allowances.flatMap((one) =>
      one.keys.map((key) => [`${one.provider}/${one.service}/${key}`, one] as const),
    ),
  );
  const allowanceOf = ({ provider, service, region, key, unit }: Price): Allowance | undefined => {
    if (WITHOUT.test(region)) return undefined;
    const found = byKey.get(`${provider}/${service}/${key}`);
    return found?.unit === unit ? found : undefined;
  };
  return {
    has: (price) => allowanceOf(price) !== undefined,
    pool() {
      const left = new Map<string, Range>();
      return {
        take({ price, quantity: asked }, project) {
          const allowance = allowanceOf(price);
          if (allowance === undefined) return undefined;
          const name = `${allowance.id}\0${accountOf(project)}`;
          const rest = left.get(name) ?? exactly(decimal(allowance.amount));
          const taken = combineRanges(rest, asked, (a, b) => (a.gt(b) ? b : a));
          left.set(name, subtractRanges(rest, taken));
          return isNothing(taken)
            ? undefined
            : { id: allowance.id, quantity: taken, phrase: phrase(allowance) };
        },
      };
    },
  };
}

function phrase({ amount, unit }: Allowance): string {
  return `${quantity(decimal(amount))} ${unit} a month are free for an account`;
}
