import type { Value } from '../../../../model/value.ts';
import { markSensitive } from '../../evaluate/marks.ts';

/**
 * Names of arguments that providers mark as sensitive wherever they stand, in nested blocks too. Source: the schemas of the
 * AWS, AzureRM and Google providers (`terraform providers schema -json`, `"sensitive": true`).
 */
const NAMES = new Set([
  'access_token',
  'auth_token',
  'basic_auth_credentials',
  'client_secret',
  'hec_token',
  'oauth_token',
  'private_key',
  'secret_binary',
  'secret_data',
  'secret_string',
  'secret_token',
  'shared_key',
  'shared_secret',
  'tunnel1_preshared_key',
  'tunnel2_preshared_key',
]);

/** `password`, `master_password`, `administrator_login_password`, their lists and their write-only forms. */
const PASSWORD = /(^|_)passwords?(_wo)?$/;

/** Arguments with a name that is a secret in these types alone. Same source. */
const BY_TYPE: Readonly<Record<string, readonly string[]>> = {
  aws_api_gateway_api_key: ['value'],
  aws_codebuild_source_credential: ['token'],
  aws_glue_connection: ['connection_properties'],
  aws_mwaa_environment: ['airflow_configuration_options'],
  aws_ssm_parameter: ['value'],
  azurerm_app_configuration_key: ['value'],
  azurerm_automation_variable_string: ['value'],
  azurerm_key_vault_secret: ['value'],
  google_compute_ssl_certificate: ['certificate'],
};

/** The value of an argument, marked where the provider says that it is a secret. A flag is none. */
export function withProviderMark(name: string, value: Value, type?: string): Value {
  const plainName = name.endsWith('_wo') ? name.slice(0, -'_wo'.length) : name;
  const isSecret =
    NAMES.has(plainName) ||
    PASSWORD.test(name) ||
    (type !== undefined && Object.hasOwn(BY_TYPE, type) && BY_TYPE[type]?.includes(plainName) === true);
  return isSecret && value.kind !== 'bool' && value.kind !== 'null' ? markSensitive(value) : value;
}
