import { readFileSync } from 'node:fs';

import { Ajv, type ValidateFunction } from 'ajv';
import formatsPlugin from 'ajv-formats';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: { readonly type: string };
}

interface Operation {
  readonly parameters?: readonly { readonly $ref: string }[];
  readonly requestBody?: unknown;
}

interface Slice {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly parameters: Readonly<Record<string, Parameter>> };
}

/** A request that GitHub's description knows. */
export interface Match {
  /** As in the description: `post /repos/{owner}/{repo}/check-runs`. */
  readonly operation: string;
  readonly path: Readonly<Record<string, string>>;
}

const slice = JSON.parse(readFileSync(new URL('openapi.slice.json', import.meta.url), 'utf8')) as Slice;
const ajv = new Ajv({ strict: false, allErrors: true });
formatsPlugin.default(ajv);
ajv.addSchema(slice, 'github');

const routes = Object.keys(slice.paths).map((template) => ({
  template,
  pattern: new RegExp(`^${template.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
}));

/** The operation that a request is, or undefined when the product calls something that is not in the slice. */
export function matchOperation(method: string, pathname: string): Match | undefined {
  for (const { template, pattern } of routes) {
    const found = pattern.exec(pathname);
    const verb = method.toLowerCase();
    if (found === null || slice.paths[template]?.[verb] === undefined) continue;
    return { operation: `${verb} ${template}`, path: { ...found.groups } };
  }
  return undefined;
}

/** What GitHub's own description says against the parameters and the body of a request. */
export function contractProblems(match: Match, query: URLSearchParams, body: unknown): string[] {
  const [verb = '', template = ''] = match.operation.split(' ');
  const operation = slice.paths[template]?.[verb];
  const parameters = (operation?.parameters ?? []).map((reference) => resolveParameter(reference.$ref));
  const problems = [...query].flatMap(([name, value]) => {
    const parameter = parameters.find((one) => one.in === 'query' && one.name === name);
    if (parameter === undefined) return [`unknown query parameter "${name}"`];
    return fits(parameter, value) ? [] : [`query parameter "${name}" is not ${parameter.schema.type}`];
  });
  for (const [name, value] of Object.entries(match.path)) {
    const parameter = parameters.find((one) => one.in === 'path' && one.name === name);
    if (parameter !== undefined && !fits(parameter, value)) problems.push(`path parameter "${name}"`);
  }
  if (operation?.requestBody === undefined) return body === undefined ? problems : [...problems, 'a body'];
  const pointer = `/paths/${escapePointer(template)}/${verb}/requestBody/content/application~1json/schema`;
  return [...problems, ...schemaProblems(pointer, body)];
}

/** What the schema at a JSON pointer of the description says against a value. */
export function schemaProblems(pointer: string, value: unknown): string[] {
  const validate = ajv.getSchema(`github#${pointer}`) as ValidateFunction | undefined;
  if (validate === undefined) return [`the description has nothing at ${pointer}`];
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
}

function fits(parameter: Parameter, value: string): boolean {
  return parameter.schema.type !== 'integer' || /^\d{1,15}$/.test(value);
}

function resolveParameter(reference: string): Parameter {
  const parameter = slice.components.parameters[reference.split('/').at(-1) ?? ''];
  if (parameter === undefined) throw new Error(`The slice has no ${reference}.`);
  return parameter;
}

function escapePointer(text: string): string {
  return encodeURIComponent(text.replaceAll('~', '~0').replaceAll('/', '~1'));
}
