import { rangeOf } from '../../../../model/source.ts';
import type { SourceSpan } from '../../../../model/source.ts';
import type { ObjectValue } from '../../../../model/value.ts';
import { nearest } from '../../../../lib/nearest.ts';
import { assume } from '../../evaluate/assumed.ts';
import { readJsonObject } from './json-object.ts';
import { jsonValue } from './json-value.ts';
import { readOutputs } from './recorded-outputs.ts';
import type { Run } from './run.ts';

/** An address of a data source: module calls, `data`, type, name, each with or without instance key. */
const ADDRESS = /^(?:module\.[^.[\]]+(?:\[[^\]]*\])?\.)*data\.[^.[\]]+\.[^.[\]]+(\[[^\]]*\])?$/;

interface Answer {
  readonly attributes: ObjectValue;
  /** Where its address is written. */
  readonly at: SourceSpan;
}

/** What the project's files say that data sources answer. All of it is assumed: the cloud may say something else by now. */
export class RecordedAnswers {
  readonly #run: Run;
  readonly #outputs = new Map<string, ObjectValue>();
  readonly #declared = new Set<string>();
  #answers: ReadonlyMap<string, Answer> | undefined;

  constructor(run: Run) {
    this.#run = run;
  }

  /** What a data source answers, by the address of the instance, else by that of its block. */
  dataSource(instance: string, block: string): ObjectValue | undefined {
    const answers = (this.#answers ??= readAnswers(this.#run));
    return (answers.get(instance) ?? answers.get(block))?.attributes;
  }

  /** The outputs that a `terraform_remote_state` or `tfe_outputs` data source reads, by its address or name. */
  outputs(block: string, name: string): ObjectValue | undefined {
    const { remoteState } = this.#run.project;
    const path = remoteState?.get(block) ?? remoteState?.get(name);
    if (path === undefined) return undefined;
    let outputs = this.#outputs.get(path);
    if (outputs === undefined) {
      outputs = assume(readOutputs(readJsonObject(this.#run, path, 'state-file')), `outputs in ${path}`);
      this.#outputs.set(path, outputs);
    }
    return outputs;
  }

  /** Notes that a data block exists, whether anything asks it or not. */
  declare(block: string): void {
    if (this.#run.project.dataFiles !== undefined) this.#declared.add(block);
  }

  /** Warns of answers for data sources that do not exist. Asked when all blocks were declared. */
  reportUnused(): void {
    for (const [address, { at }] of (this.#answers ??= readAnswers(this.#run))) {
      if (this.#declared.has(address.replace(/\[[^\]]*\]$/, ''))) continue;
      const meant = nearest(address, this.#declared);
      this.#run.report({
        severity: 'warning',
        code: 'data-file',
        message: `Project ${this.#run.project.id} has no data source ${address}; its answer is not used.`,
        source: rangeOf(at),
        ...(meant === undefined ? {} : { hint: `Did you mean ${meant}?` }),
      });
    }
  }
}

/** The answers in all data files by address; a later file replaces what earlier ones say of an address. */
function readAnswers(run: Run): ReadonlyMap<string, Answer> {
  const answers = new Map<string, Answer>();
  for (const path of run.project.dataFiles ?? []) {
    for (const { key, keySpan, value } of readJsonObject(run, path, 'data-file')) {
      const attributes = jsonValue(value);
      if (ADDRESS.test(key) && attributes.kind === 'object') {
        answers.set(key, { attributes: assume(attributes, `answers in ${path}`), at: keySpan });
        continue;
      }
      run.report({
        severity: 'error',
        code: 'data-file',
        message: `${JSON.stringify(key)} must be the address of a data source, with an object of attributes.`,
        source: rangeOf(keySpan),
        hint: 'For example "data.aws_ami.ubuntu": { "id": "ami-12345678" }.',
      });
    }
  }
  return answers;
}
