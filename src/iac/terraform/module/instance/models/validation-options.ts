import type { Value } from '../../../../../model/value.ts';
import { object, text, unknown, unknownness } from '../../../evaluate/make.ts';
import { assume } from '../../../evaluate/assumed.ts';
import { hasSensitive } from '../../../evaluate/marks.ts';
import type { ResourceInstance } from '../resource-instance.ts';

/**
 * The `domain_validation_options` of an `aws_acm_certificate` that is validated by DNS: one for each of its domains, of which
 * the provider plans the name and the cloud tells the record (AWS provider 3 and later, `aws_acm_certificate`). Undefined
 * for other certificates, and while no domain is known
 * or one is secret.
 */
export function validationOptions(instance: ResourceInstance): Value | undefined {
  const method = instance.argument('validation_method');
  const main = instance.argument('domain_name');
  const others = instance.argument('subject_alternative_names');
  if (method?.kind !== 'string' || method.value !== 'DNS' || main === undefined) return undefined;
  const domains = [main, ...partsOf(others)];
  const names = domains.flatMap((domain) => (domain.kind === 'string' ? [domain.value] : []));
  const missing = domains.find((domain) => domain.kind === 'unknown');
  if (names.length === 0 || domains.some(hasSensitive) || others?.sensitive === true) return undefined;
  const items = [...new Set(names)].map((name) => option(instance, name));
  const rest = missing && { rest: unknownness(missing) };
  return assume(
    { kind: 'set', items, origin: main.origin, ...rest },
    'aws_acm_certificate.domain_validation_options',
  );
}

function option({ address }: ResourceInstance, domain: string): Value {
  const told = (name: string): Value =>
    unknown('computed-attribute', { type: 'string', detail: `${address}.domain_validation_options.${name}` });
  return object({
    domain_name: text(domain),
    resource_record_name: told('resource_record_name'),
    resource_record_type: told('resource_record_type'),
    resource_record_value: told('resource_record_value'),
  });
}

/** The elements of a list or set; one that is unknown where there may be more. */
function partsOf(value: Value | undefined): readonly Value[] {
  if (value === undefined || value.kind === 'null') return [];
  if (!('items' in value)) return [value];
  return value.rest === undefined ? value.items : [...value.items, unknown(value.rest.reason)];
}
