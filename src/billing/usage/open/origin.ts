import type { UsageOrigin } from '../../../model/billing/usage.ts';
import { completeThrough, type OpenedFile } from './complete-through.ts';

/** What is said of several files together: how far they are complete one after the other, and sampled as thinly as the thinnest. */
export function originOf(files: readonly OpenedFile[], from: number, to: number): UsageOrigin {
  const sidecars = files.map(({ sidecar }) => sidecar);
  const sources = [...new Set(sidecars.flatMap(({ source }) => source ?? []))];
  const samples = sidecars.flatMap(({ sampled }) => sampled ?? []).sort((a, b) => a.cmp(b));
  return {
    files: files.map(({ name }) => name),
    source: sources.length === 0 ? null : sources.join(', '),
    completeThrough: instant(completeThrough(files) ?? Infinity),
    sampled: samples[0] ?? null,
    from: instant(from),
    to: instant(to),
  };
}

function instant(at: number): string | null {
  return Number.isFinite(at) ? new Date(at).toISOString().replace('.000Z', 'Z') : null;
}
