import type { TerraformSide } from '../../iac/terraform/index.ts';
import type { Config } from '../../model/config.ts';
import type { Inspected } from '../../iac/terraform/module/inspect.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Explanation } from '../../model/explanation.ts';
import type { SideRef } from '../../model/result.ts';
import { rangeOf } from '../../model/source.ts';
import type { SourceRange } from '../../model/source.ts';
import type { Value } from '../../model/value.ts';
import type { Tree } from '../../tree/tree.ts';
import { explainResource, pricedPaths } from './explain-resource.ts';
import type { Found } from './find.ts';
import { Provenance } from './provenance.ts';
import { SecretLines } from './secret-lines.ts';

export interface ExplainRequest {
  readonly side: SideRef;
  readonly terraform: TerraformSide;
  readonly tree: Tree;
  readonly config: Config;
  readonly found: Found;
  readonly attribute?: string | undefined;
}

/** Explains what was found. */
export function explainFound(request: ExplainRequest): Explanation {
  const { side, terraform, found } = request;
  const { project, address, subject, result } = found;
  const secrets = new SecretLines(result.resources.filter((resource) => resource.project === project));
  const provenance = new Provenance(terraform, secrets, request.config.file);
  if ('address' in subject) {
    const price = pricedPaths(request, subject);
    const source = subject.source;
    return {
      ...{ side, project, address, kind: 'resource', source },
      ...provenance.parts(subject.attributes, '', price.has),
      resource: explainResource(subject, price, provenance),
      diagnostics: within(source, result.diagnostics),
    };
  }
  const value = secrets.hidden(withAsked(subject, request.attribute));
  secrets.add(value);
  const source = rangeOf(subject.declared);
  return {
    ...{ side, project, address, kind: subject.kind, source },
    ...provenance.parts(value, ''),
    resource: null,
    diagnostics: within(source, result.diagnostics),
  };
}

/** Of a data source the attribute that is asked for too, when it is none of those that are listed anyway. */
function withAsked({ value, attribute }: Inspected, asked: string | undefined): Value {
  const [name = ''] = asked?.split(/[.[]/) ?? [];
  if (attribute === undefined || !/^\w+$/.test(name) || value.kind !== 'object' || value.entries.has(name)) {
    return value;
  }
  return { ...value, entries: new Map([...value.entries, [name, attribute(name)]]) };
}

function within(block: SourceRange, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(
    ({ source }) =>
      source?.file === block.file &&
      source.start.line >= block.start.line &&
      source.start.line <= block.end.line,
  );
}
