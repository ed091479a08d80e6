import type { Annotation } from '../model/annotation.ts';
import type { CheckRequest, CommentRequest, Forge, Job } from './port.ts';

/** A forge in memory, which says what was published. */
export interface MemoryForge extends Forge {
  readonly comments: ReadonlyMap<string, CommentRequest>;
  readonly checks: readonly CheckRequest[];
}

/** A forge in memory with one comment a key; `denied` makes it refuse all writes with that reason. */
export function memoryForge(options: { readonly denied?: string } = {}): MemoryForge {
  const comments = new Map<string, CommentRequest>();
  const checks: CheckRequest[] = [];
  const denial =
    options.denied === undefined ? undefined : ({ state: 'denied', reason: options.denied } as const);
  return {
    comments,
    checks,
    upsertComment: (request) => {
      if (denial !== undefined) return Promise.resolve(denial);
      const existing = comments.get(request.key);
      if (existing === undefined && !request.create) {
        return Promise.resolve({
          state: 'skipped',
          reason: 'There is nothing to say that needs a new comment.',
        });
      }
      comments.set(request.key, request);
      if (existing === undefined) return Promise.resolve({ state: 'created' });
      return Promise.resolve({ state: existing.body === request.body ? 'unchanged' : 'updated' });
    },
    publishCheck: (request) => {
      if (denial !== undefined) return Promise.resolve(denial);
      checks.push(request);
      return Promise.resolve({ state: 'created' });
    },
  };
}

/** A job in memory, which says what was shown. */
export interface MemoryJob extends Job {
  readonly outputs: ReadonlyMap<string, string>;
  /** `level: message` */
  readonly remarks: readonly string[];
  readonly annotations: readonly Annotation[];
  readonly summaries: readonly string[];
}

/** A job in memory with the given inputs. */
export function memoryJob(inputs: Readonly<Record<string, string>> = {}): MemoryJob {
  const outputs = new Map<string, string>();
  const remarks: string[] = [];
  const annotations: Annotation[] = [];
  const summaries: string[] = [];
  return {
    outputs,
    remarks,
    annotations,
    summaries,
    input: (name) => inputs[name] ?? '',
    output: (name, value) => outputs.set(name, value),
    print: () => undefined,
    remark: (level, message) => remarks.push(`${level}: ${message}`),
    annotate: (annotation) => annotations.push(annotation),
    summarize: (markdown) => {
      summaries.push(markdown);
      return Promise.resolve({ state: 'created' });
    },
  };
}
