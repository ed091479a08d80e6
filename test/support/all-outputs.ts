import { check } from '../../src/app/check.ts';
import { FORMATS, renderReport } from '../../src/app/report.ts';
import { checkAnnotations } from '../../src/render/annotations.ts';
import { renderSummary } from '../../src/render/summary.ts';
import { temporaryRepository } from './temporary-repository.ts';

type Files = Readonly<Record<string, string>>;

/** All that the gate writes of a change of these files, by the name of the output. A file that is only at the base stays. */
export async function allOutputs(
  base: Files,
  head: Files,
  now: string,
): Promise<ReadonlyMap<string, string>> {
  using repository = temporaryRepository();
  const [before, after] = [repository.commit(base), repository.commit(head)];
  const { result } = await check({ repository: repository.folder, base: before, head: after, now });
  const context = { headSha: after, toolVersion: '0.0.0' };
  return new Map([
    ...FORMATS.map((format): [string, string] => [
      format,
      renderReport(result, format, { width: 400, color: false, details: true }),
    ]),
    ['summary', renderSummary(result, context)],
    ['annotations', JSON.stringify(checkAnnotations(result))],
  ]);
}
