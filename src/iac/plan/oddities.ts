import type { Diagnostic } from '../../model/diagnostic.ts';
import type { PlannedChange } from './plan.ts';
import { refusal } from './refusal.ts';

/** The newest minor version of format 1 that is known here (Terraform, "JSON Output Format"). */
const KNOWN_MINOR = 2;

/**
 * What the format version of a plan means for reading it: nothing, or a warning when it is newer than what is known here;
 * what a minor version adds is safe to pass over. Throws UserError for another major version.
 */
export function formatProblem(file: string, version: string): readonly Diagnostic[] {
  const [, major, minor] = /^(\d{1,6})\.(\d{1,6})/.exec(version) ?? [];
  if (major === undefined || Number(major) > 1 || (major === '0' && Number(minor) === 0)) {
    const shown = JSON.stringify(version.slice(0, 20));
    throw refusal(
      file,
      `has the format version ${shown}; versions 0.1 to 1 can be read.`,
      'Update Tollgate.',
    );
  }
  if (major === '0' || Number(minor) <= KNOWN_MINOR) return [];
  const message = `${file} has the format version ${major}.${minor ?? ''}, which is newer than what is known here (1.${KNOWN_MINOR}).`;
  return [warning('plan-newer-format', message, 'What it adds is not looked at.')];
}

/** What can be odd about a plan. */
export interface Oddities {
  readonly file: string;
  readonly changes: readonly PlannedChange[];
  readonly isPartial: boolean;
  readonly drifted: number;
  readonly deferred: number;
  readonly isFailed: boolean;
  /** Entries that are no description of a resource. */
  readonly unread: number;
}

/** What has to be said about a plan before its figures are believed. */
export function planDiagnostics(plan: Oddities): readonly Diagnostic[] {
  return [...failures(plan), ...partialPlan(plan), ...modes(plan), ...entries(plan)];
}

function failures({ file, isFailed, unread }: Oddities): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  if (isFailed) {
    const message = `${file} is of a planning that failed: what was not planned is in no figure.`;
    found.push({
      ...warning('plan-failed', message, 'Mend the errors of terraform plan.'),
      severity: 'error',
    });
  }
  if (unread > 0) {
    const message = `${counted(unread, 'entry', 'entries')} of ${file} could not be read, and ${unread === 1 ? 'is' : 'are'} in no figure.`;
    found.push({ ...warning('plan-entry', message), severity: 'error' });
  }
  return found;
}

function partialPlan({ file, isPartial, deferred, isFailed }: Oddities): readonly Diagnostic[] {
  if (!isPartial || isFailed) return [];
  const why =
    deferred > 0 ? `${counted(deferred, 'resource')} deferred to a later run` : 'as -target makes it';
  const message = `${file} is a partial plan (${why}): what it leaves out is in no figure.`;
  return [warning('plan-partial', message, 'Plan without -target and -exclude.')];
}

/** Plans of other kinds than "make it as it is written". */
function modes({ file, changes, drifted }: Oddities): readonly Diagnostic[] {
  const managed = changes.filter(({ mode, deposed }) => mode === 'managed' && deposed === undefined);
  if (managed.length === 0 && drifted > 0) {
    const message = `${file} lists no planned resources, only changes made outside of Terraform, as -refresh-only makes it.`;
    return [warning('plan-refresh-only', message, 'Plan without -refresh-only.')];
  }
  // What is deleted for a reason that stands in the configuration has that reason in the plan.
  if (
    managed.length > 0 &&
    managed.every(({ action, reason }) => action === 'delete' && reason === undefined)
  ) {
    return [warning('plan-destroys', `${file} destroys everything, as terraform plan -destroy makes it.`)];
  }
  return [];
}

function entries({ file, changes }: Oddities): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const deposed = changes.filter((change) => change.deposed !== undefined).length;
  if (deposed > 0) {
    const message = `${file} deletes ${counted(deposed, 'object')} that an earlier replacement left behind; what ${deposed === 1 ? 'it costs' : 'they cost'} is in no figure.`;
    found.push(warning('plan-deposed', message));
  }
  const odd = changes.find(({ action }) => action === 'unknown');
  if (odd !== undefined) {
    const message = `${file} does something with ${odd.address} that is not known here; it is judged by what stands before and after.`;
    found.push(warning('plan-action', message, 'Update Tollgate.'));
  }
  return found;
}

function warning(code: string, message: string, hint?: string): Diagnostic {
  return { severity: 'warning', code, message, ...(hint === undefined ? {} : { hint }) };
}

function counted(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}
