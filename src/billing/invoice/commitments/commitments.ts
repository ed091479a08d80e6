import { type Decimal, sum, ZERO } from '../../../lib/decimal.ts';
import { instantText } from '../instant-text.ts';
import { billableIn } from '../quantity-of.ts';
import type { WorkLine } from '../work-line.ts';
import { alertText } from './alert.ts';
import type { Billed } from './billed.ts';
import type { CommitmentRun } from './commitment-run.ts';
import { OpenLines, spendOf } from './covered.ts';
import { type CommitmentHistory, recordedSince, usedAfter } from './history.ts';
import { overageLine } from './overage.ts';
import { creditLines } from './prepaid.ts';
import { commitmentRuns } from './runs.ts';
import { trueUp } from './true-up.ts';
import { uncounted } from './unknowns.ts';

export interface Served {
  /** What commitments charge and give back. */
  readonly lines: WorkLine[];
  readonly notices: string[];
  readonly unknowns: string[];
  readonly history: CommitmentHistory;
}

/** Serves the commitments of a billing period: overage, credit, and what is due for what was promised and not used. */
export function serveCommitments(billed: Billed): Served {
  const served = { lines: [] as WorkLine[], notices: [] as string[], unknowns: [] as string[] };
  const { parts, segments, period, history } = billed;
  if (parts.every((part) => part.inForce.terms.commitments.length === 0)) return { ...served, history };
  const open = new OpenLines(billed.lines);
  const next = new Map(history);
  for (const run of commitmentRuns(parts, segments, period, history)) {
    const lines = open.linesFor(run.commitment);
    const used = usedOf(run, lines, open);
    if (used === null) served.unknowns.push(uncounted(run.commitment));
    for (const line of used === null ? [] : chargesOf(run, lines, used, open, billed, served)) {
      served.lines.push(line);
      if (line.kind !== 'credit') open.charges.push({ line, scope: run.commitment.skus });
    }
    const { id } = run.commitment;
    const earlier = history.get(id);
    next.set(id, {
      period: usedAfter(earlier?.period, run.period.from, run.before.period, used, period),
      term: usedAfter(earlier?.term, run.held.from, run.before.term, used, period),
    });
  }
  return { ...served, history: next };
}

/** What the billing period uses of a commitment: units (null: nobody can tell), money that lines cost, or money that nobody has paid yet. */
function usedOf(
  { commitment: { type } }: CommitmentRun,
  lines: readonly WorkLine[],
  open: OpenLines,
): Decimal | null {
  if (type === 'prepaid') return sum(lines.map((line) => open.open(line)));
  if (type === 'minSpend') return spendOf(lines);
  return billableIn(lines);
}

function chargesOf(
  run: CommitmentRun,
  lines: readonly WorkLine[],
  used: Decimal,
  open: OpenLines,
  billed: Billed,
  { notices, unknowns }: Pick<Served, 'notices' | 'unknowns'>,
): WorkLine[] {
  const { commitment, promised } = run;
  const { digits, explain } = billed;
  const before = run.before.period;
  const charges: WorkLine[] = [];
  if (before === null) {
    const since = instantText(recordedSince(run, billed.history, billed.period));
    unknowns.push(
      `What was used of commitment ${commitment.id} before ${since} is not recorded: the commitment is not in the amounts.`,
    );
  } else {
    const left = before.gt(promised) ? ZERO : promised.minus(before);
    const beyond = used.gt(left) ? used.minus(left) : ZERO;
    const overage = overageLine(run, lines, beyond, used, explain);
    if (typeof overage === 'string') unknowns.push(overage);
    else if (overage !== undefined) charges.push(overage);
    if (commitment.type === 'prepaid') charges.push(...creditLines(run, lines, open, left, digits, explain));
    const alert = alertText(run, before, before.plus(used));
    if (alert !== undefined) notices.push(alert);
  }
  if (commitment.type === 'prepaid') return charges;
  const rest = trueUp(run, lines, used, billed);
  if (rest.line !== undefined) charges.push(rest.line);
  if (rest.notice !== undefined) notices.push(rest.notice);
  if (rest.unknown !== undefined) unknowns.push(rest.unknown);
  return charges;
}
