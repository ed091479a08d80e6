import { compareInstants } from '../../../lib/calendar.ts';
import type { UsageOrigin } from '../../../model/billing/usage.ts';
import type { Sidecar } from './sidecar.ts';

/** What is said of several files together: usage is complete as far as that of each file is, and sampled as thinly as the thinnest. */
export function originOf(
  files: readonly { readonly name: string; readonly sidecar: Sidecar }[],
  from: number,
  to: number,
): UsageOrigin {
  const sidecars = files.map(({ sidecar }) => sidecar);
  const sources = [...new Set(sidecars.flatMap(({ source }) => source ?? []))];
  const through = sidecars.flatMap(({ completeThrough }) => completeThrough ?? []).sort(compareInstants);
  const samples = sidecars.flatMap(({ sampled }) => sampled ?? []).sort((a, b) => a.cmp(b));
  return {
    files: files.map(({ name }) => name),
    source: sources.length === 0 ? null : sources.join(', '),
    completeThrough: through.length < files.length ? null : (through[0] ?? null),
    sampled: samples[0] ?? null,
    from: instant(from),
    to: instant(to),
  };
}

function instant(at: number): string | null {
  return Number.isFinite(at) ? new Date(at).toISOString().replace('.000Z', 'Z') : null;
}
