import type {
  ExplainedPlace,
  ExplainedResource,
  ExplainedTag,
  ExplainedValue,
  Explanation,
} from '../../model/explanation.ts';
import type { ProjectInput } from '../../model/result.ts';
import { describeUnknown } from '../../model/unknown-text.ts';
import type { UnknownValue, Value } from '../../model/value.ts';
import type { JsonMeta } from '../json.ts';
import { diagnosticJson } from '../json/finding.ts';
import { safeJson } from '../json/safe.ts';
import { sourceJson } from '../json/source.ts';
import { valueText } from '../value.ts';
import { knownJson, stateOf } from './value.ts';

/** Raised when a field changes its meaning or goes away; new fields may come without. */
const SCHEMA_VERSION = '1';

/** The explanation as JSON by `schema/explain.schema.json`. Sensitive values, and lines that could hold some, are null. */
export function renderExplanationJson(explanation: Explanation, meta: JsonMeta): string {
  const { side, project, address, kind, source, values, complete, resource, diagnostics } = explanation;
  return safeJson({
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'tollgate', version: meta.toolVersion },
    side: { ref: side.ref, commit: side.commit },
    project,
    address,
    kind,
    ...(explanation.input === undefined ? {} : { input: inputJson(explanation.input) }),
    source: sourceJson(source),
    values: values.map(valueJson),
    complete,
    resource: resource === null ? null : resourceJson(resource),
    diagnostics: diagnostics.map(diagnosticJson),
  });
}

function valueJson({ path, value, places, assumptions, priced, addedBy }: ExplainedValue): object {
  const state = stateOf(value);
  return {
    path,
    state,
    type: value.kind === 'unknown' ? null : value.kind,
    value: state === 'known' ? knownJson(value) : null,
    text: valueText(value),
    unknown: value.kind === 'unknown' && state === 'unknown' ? unknownJson(value) : null,
    assumptions: [...assumptions],
    priced,
    ...(addedBy === undefined ? {} : { addedBy }),
    places: places.map(placeJson),
  };
}

function unknownJson(value: UnknownValue): object {
  const texts = (list: readonly Value[]): string[] => list.map(valueText);
  return {
    reason: value.reason,
    why: describeUnknown(value),
    culprit: value.detail ?? null,
    candidates: texts(value.candidates ?? []),
    fallback: value.fallback === undefined ? null : valueText(value.fallback),
    prefix: value.prefix ?? null,
    minimum: value.minimum?.toFixed() ?? null,
  };
}

function placeJson({ source, role, line }: ExplainedPlace): object {
  return { source: sourceJson(source), role, line };
}

function resourceJson(resource: ExplainedResource): object {
  const { type, repetition, region, price, notWritten, alsoPriced, tags, moreTags, defaultTags } = resource;
  return {
    type,
    repetition,
    region: valueJson(region),
    price,
    notWritten: [...notWritten],
    alsoPriced: [...alsoPriced],
    tags: tags.map(tagJson),
    moreTags,
    defaultTags: defaultTags.map(valueJson),
  };
}

function tagJson({ key, state, value, reason, from, source }: ExplainedTag): object {
  return { key, state, value, reason, from, source: sourceJson(source ?? undefined) };
}

/** What a file tells of the project; what it is besides is the matter of a check. */
function inputJson({ project, from, plan, state }: ProjectInput): object {
  return {
    project,
    from,
    ...(plan === undefined ? {} : { plan }),
    ...(state === undefined ? {} : { state }),
  };
}
