import type { Commitment, Discount, Sku, Terms } from '../../../model/billing/terms.ts';
import {
  isMore,
  least,
  minus,
  NONE,
  notBelow,
  over,
  plus,
  type Rational,
  rational,
  rounded,
  text,
  times,
  total,
  unitsOf,
  whole,
} from './rational.ts';

/** What was used of each SKU before an instant within the period and since then. */
export type Halves = Readonly<Record<string, readonly [Rational, Rational]>>;

interface Line {
  readonly name: string;
  readonly sku: Sku | null;
  readonly category: string;
  readonly quantity: Rational;
  readonly list: Rational;
  /** Recorded, and what of it is since the instant. */
  readonly recorded: Rational;
  readonly late: Rational;
  billable: Rational;
  left: Rational;
  credited: Rational;
}

/**
 * The figures of an invoice of January in the simplest way, from the description of how discounts, commitments, rounding and taxes work:
 * one version for all of the period, SKUs at a unit price or in tiers, discounts that hold all the time or since `half`, commitments
 * of the month, one jurisdiction. `lateDays` of 31 lie after `half`.
 */
export function invoiceSlowly(terms: Terms, used: Halves, lateDays: number): readonly string[] {
  const { mode, level, digits } = terms.rounding;
  const fine = level === 'line' ? digits : digits + 12;
  const linesWith = (more: Readonly<Record<string, Rational>>) => {
    const lines = linesOf(terms, used, more);
    discount(terms.discounts, lines, fine, lateDays);
    return lines;
  };
  const lines = linesWith({});
  const net = ({ left }: Line) => (level === 'line' ? rounded(left, digits, mode) : left);
  const charges = commit(terms, lines, linesWith, net, fine);
  const all = [...lines, ...charges];
  const nets = all.map(net);
  const rows = (terms.tax?.rows ?? []).map((row) => {
    const own = nets.filter((_, index) => all[index]?.category === row.category);
    const [rate, hundred] = [rational(row.rate), whole(100)];
    const taxOf = (net: Rational) => over(times(net, rate), row.inclusive ? plus(hundred, rate) : hundred);
    const tax =
      level === 'line'
        ? total(own.map((net) => rounded(taxOf(net), digits, mode)))
        : rounded(taxOf(total(own)), digits, mode);
    return { row, tax, isThere: own.length > 0 };
  });
  const added = rows.filter(({ row }) => !row.inclusive).map(({ tax }) => tax);
  const payable = rounded(plus(total(nets), total(added)), digits, mode);
  return [
    ...all.map(({ name }, index) => `${name} ${text(nets[index] ?? NONE, 25)}`),
    ...rows.filter(({ isThere }) => isThere).map(({ row, tax }) => `tax ${row.category} ${text(tax, 25)}`),
    `payable ${text(payable, 25)}`,
  ];
}

/** `more` was used beside what is recorded. */
function linesOf({ skus }: Terms, used: Halves, more: Readonly<Record<string, Rational>>): Line[] {
  return skus
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((sku): Line[] => {
      const halves = used[sku.id] ?? [NONE, NONE];
      if (used[sku.id] === undefined && more[sku.id] === undefined) return [];
      const recorded = plus(...halves);
      const quantity = plus(recorded, more[sku.id] ?? NONE);
      const billable = notBelow(minus(quantity, rational(sku.freeQuantity)));
      const list = priceOf(sku, billable);
      return [
        {
          name: sku.id,
          sku,
          category: sku.taxCategory,
          quantity,
          list,
          recorded,
          late: halves[1],
          billable,
          left: list,
          credited: NONE,
        },
      ];
    });
}

function priceOf({ price }: Sku, quantity: Rational): Rational {
  if (price.model === 'perUnit') return times(quantity, rational(price.unit));
  if (price.model !== 'graduated') throw new Error(price.model);
  let [amount, low] = [NONE, NONE];
  for (const { upTo, unit, flat } of price.tiers) {
    if (!isMore(quantity, low)) break;
    const high = upTo === null ? quantity : least(quantity, rational(upTo));
    amount = plus(amount, plus(times(minus(high, low), rational(unit)), rational(flat)));
    low = high;
  }
  return amount;
}

/** What of an amount lies in the time of a discount. */
function inWindow(
  amount: Rational,
  { window }: Discount,
  { recorded, late }: Line,
  lateDays: number,
): Rational {
  if (window.from === null) return amount;
  return recorded.top === 0n
    ? over(times(amount, whole(lateDays)), whole(31))
    : over(times(amount, late), recorded);
}

function discount(all: readonly Discount[], lines: readonly Line[], fine: number, lateDays: number): void {
  const spent = new Map<Discount, Rational>();
  const within = (amount: Rational, one: Discount): Rational => {
    const before = spent.get(one) ?? NONE;
    const bounds = [...(one.type === 'fixed' ? [one.value] : []), ...(one.cap === null ? [] : [one.cap])];
    return bounds.reduce((most, bound) => least(most, notBelow(minus(rational(bound), before))), amount);
  };
  const isFor = ({ skus }: Discount, { name }: Line) => skus === null || skus.includes(name);
  const offers = all
    .toSorted((a, b) => a.precedence - b.precedence)
    .filter((one) => {
      const own = lines.filter((line) => isFor(one, line));
      const { minQuantity, minAmount } = one.conditions;
      const few =
        minQuantity !== null && isMore(rational(minQuantity), total(own.map(({ quantity }) => quantity)));
      return !few && !(minAmount !== null && isMore(rational(minAmount), total(own.map(({ list }) => list))));
    });
  const wanted = (one: Discount, line: Line): Rational => {
    const base = inWindow(notBelow(line.left), one, line, lateDays);
    return one.type === 'percent' ? over(times(base, rational(one.value)), whole(100)) : base;
  };
  const freeOf = (one: Discount, line: Line) =>
    one.window.from === null
      ? rational(one.value)
      : least(rational(one.value), inWindow(line.billable, one, line, lateDays));
  const without = (line: Line, free: Rational): Rational =>
    line.sku === null
      ? NONE
      : priceOf(line.sku, notBelow(minus(minus(line.quantity, rational(line.sku.freeQuantity)), free)));
  const worth = (one: Discount, line: Line): Rational => {
    if (one.type === 'freeQuantity') return within(minus(line.list, without(line, freeOf(one, line))), one);
    const sum = total(lines.filter((other) => isFor(one, other)).map((other) => wanted(one, other)));
    return sum.top === 0n ? NONE : over(times(wanted(one, line), within(sum, one)), sum);
  };
  const taken = new Map(
    lines.map((line) => {
      const own = offers.filter((one) => isFor(one, line));
      const alone = own.find(({ stacking }) => stacking === 'exclusive');
      if (alone !== undefined) return [line, [alone]];
      let best: Discount | undefined;
      for (const one of own.filter(({ stacking }) => stacking === 'best'))
        if (best === undefined || isMore(worth(one, line), worth(best, line))) best = one;
      return [line, own.filter((one) => one.stacking === 'stack' || one === best)];
    }),
  );
  for (const line of lines) {
    let [free, amount] = [NONE, line.list];
    for (const one of taken.get(line) ?? []) {
      if (one.type !== 'freeQuantity') continue;
      free = plus(free, freeOf(one, line));
      const next = without(line, free);
      const saved = within(minus(amount, next), one);
      spent.set(one, plus(spent.get(one) ?? NONE, saved));
      line.left = minus(line.left, saved);
      amount = next;
    }
    line.billable = notBelow(minus(line.billable, free));
  }
  for (const one of offers) {
    if (one.type === 'freeQuantity') continue;
    const own = lines.filter((line) => taken.get(line)?.includes(one));
    const shares = own.map((line) => wanted(one, line));
    const most = within(total(shares), one);
    const parts = spread(most, shares, fine);
    own.forEach((line, index) => (line.left = minus(line.left, parts[index] ?? NONE)));
    spent.set(one, plus(spent.get(one) ?? NONE, most));
  }
}

/** Largest remainder: whole units first, then a unit each by what was cut off, then what is more than a base to the next with room. */
function spread(amount: Rational, bases: readonly Rational[], digits: number): Rational[] {
  const sum = total(bases);
  if (!isMore(sum, amount)) return [...bases];
  const unit = { top: 1n, bottom: 10n ** BigInt(digits) };
  const quotas = bases.map((base) => over(times(amount, base), sum));
  const parts = quotas.map((quota) => times(whole(unitsOf(quota, digits, 'down')), unit));
  const order = quotas
    .map((quota, index) => ({ index, rest: minus(quota, parts[index] ?? NONE) }))
    .sort((a, b) => (isMore(b.rest, a.rest) ? 1 : isMore(a.rest, b.rest) ? -1 : a.index - b.index));
  let left = minus(amount, total(parts));
  for (const { index } of order) {
    const more = least(left, unit);
    parts[index] = plus(parts[index] ?? NONE, more);
    left = minus(left, more);
  }
  let excess = NONE;
  const kept = parts.map((part, index) => {
    const most = least(part, bases[index] ?? NONE);
    excess = plus(excess, minus(part, most));
    return most;
  });
  return kept.map((part, index) => {
    const more = least(excess, minus(bases[index] ?? NONE, part));
    excess = minus(excess, more);
    return plus(part, more);
  });
}

/** Serves commitments of the month: quantities, then spend, then credit; at most one of each. Lines count as the invoice has them. */
function commit(
  { commitments, skus }: Terms,
  lines: readonly Line[],
  linesWith: (more: Readonly<Record<string, Rational>>) => readonly Line[],
  net: (line: Line) => Rational,
  fine: number,
): Line[] {
  const charges: { line: Line; scope: readonly string[] | null }[] = [];
  const order = ['quantity', 'minSpend', 'prepaid'];
  for (const one of commitments.toSorted((a, b) => order.indexOf(a.type) - order.indexOf(b.type))) {
    const usage = lines.filter(({ name }) => one.skus === null || one.skus.includes(name));
    const others = charges.filter(
      ({ line, scope }) =>
        !line.name.startsWith('credit') &&
        (one.skus === null || (scope !== null && scope.every((id) => one.skus?.includes(id)))),
    );
    const own = [...usage, ...others.map(({ line }) => line)];
    const open = (line: Line) => notBelow(minus(net(line), line.credited));
    const used = total(
      one.type === 'quantity'
        ? usage.map(({ billable }) => billable)
        : own.map((line) => (one.type === 'prepaid' ? open(line) : net(line))),
    );
    const promised = rational(one.amount);
    const add = (kind: string, amount: Rational, like: readonly Line[]) => {
      charges.push({ line: charge(`${kind} ${one.id}`, amount, like), scope: one.skus });
    };
    const beyond = notBelow(minus(used, promised));
    if (one.overage !== null && beyond.top > 0n && usage.length > 0) {
      const part = (value: Rational) => over(times(value, beyond), used);
      const charged = part(total(usage.map(net)));
      const units = part(total(usage.map(({ billable }) => billable)));
      const base = one.overage.type === 'rate' ? units : charged;
      add('overage', minus(times(base, rational(one.overage.value)), charged), usage);
    }
    if (one.type === 'prepaid') {
      const parts = spread(least(promised, used), own.map(open), fine);
      own.forEach((line, index) => (line.credited = plus(line.credited, parts[index] ?? NONE)));
      for (const category of new Set(own.map((line) => line.category))) {
        const paid = total(parts.filter((_, index) => own[index]?.category === category));
        if (paid.top > 0n)
          add(
            'credit',
            minus(NONE, paid),
            own.filter((line) => line.category === category),
          );
      }
      continue;
    }
    const missing = minus(promised, used);
    if (missing.top > 0n) {
      const sku = one.type === 'quantity' ? onlySku(one, skus) : null;
      const spent = (of: readonly Line[]) => total(of.map(net));
      const full = sku && minus(spent(usedUp(sku, promised, linesWith)), spent(lines));
      const amount = one.type === 'quantity' ? full : missing;
      if (amount !== null && amount.top > 0n) add('true-up', amount, own);
    }
  }
  return charges.map(({ line }) => line);
}

/** The one SKU of a commitment; null when there are several, and several prices. */
function onlySku({ skus: ids }: Commitment, skus: readonly Sku[]): Sku | null {
  const [sku = null, ...others] = skus.filter(({ id }) => ids === null || ids.includes(id));
  return others.length > 0 ? null : sku;
}

/** The lines when as much of a SKU is used as makes exactly what was promised billable. */
function usedUp(
  { id }: Sku,
  promised: Rational,
  linesWith: (more: Readonly<Record<string, Rational>>) => readonly Line[],
): readonly Line[] {
  const billed = (lines: readonly Line[]) => lines.find(({ name }) => name === id)?.billable ?? NONE;
  // More than anything that is free.
  const much = plus(promised, whole(10_000));
  const tooMuch = minus(billed(linesWith({ [id]: much })), promised);
  return linesWith({ [id]: minus(much, tooMuch) });
}

function charge(name: string, amount: Rational, like: readonly Line[]): Line {
  const categories = [...new Set(like.map(({ category }) => category))];
  const category = categories.length === 1 ? (categories[0] ?? 'standard') : 'standard';
  return {
    name,
    sku: null,
    category,
    quantity: NONE,
    list: amount,
    recorded: NONE,
    late: NONE,
    billable: NONE,
    left: amount,
    credited: NONE,
  };
}
