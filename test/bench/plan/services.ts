import { common, nulls, policy } from './parts.ts';
import type { PlanObject } from './object.ts';

/** A queue. */
export function queue(i: number): PlanObject {
  const values = {
    ...common(i, 'sqs'),
    ...{
      name: `queue-${i}`,
      name_prefix: '',
      delay_seconds: 0,
      fifo_queue: false,
      max_message_size: 262144,
      policy: policy(i),
    },
    ...{
      message_retention_seconds: 345600,
      receive_wait_time_seconds: 0,
      visibility_timeout_seconds: 30,
      redrive_policy: '',
    },
    ...{
      url: `https://sqs.eu-west-1.amazonaws.com/123456789012/queue-${i}`,
      kms_master_key_id: null,
      sqs_managed_sse_enabled: true,
    },
  };
  return {
    type: 'aws_sqs_queue',
    values,
    changed: { visibility_timeout_seconds: 60 },
    computed: ['arn', 'id', 'url'],
  };
}

/** A function. */
export function lambda(i: number): PlanObject {
  const variables = Object.fromEntries(
    Array.from({ length: 12 }, (_, n) => [`SETTING_${n}`, `value-${n}-of-function-${i}`]),
  );
  const values = {
    ...common(i, 'lambda'),
    ...{
      function_name: `f-${i}`,
      architectures: ['arm64'],
      handler: 'index.handler',
      memory_size: 128 * (1 + (i % 8)),
    },
    ...{
      role: `arn:aws:iam::123456789012:role/role-${i}`,
      runtime: 'nodejs20.x',
      timeout: 30,
      package_type: 'Zip',
      publish: false,
    },
    ...{
      environment: [{ variables }],
      ephemeral_storage: [{ size: 512 }],
      tracing_config: [{ mode: 'PassThrough' }],
    },
    ...{
      invoke_arn: `arn:aws:apigateway:eu-west-1:lambda:path/${i}`,
      qualified_arn: `arn:aws:lambda:${i}`,
      version: '$LATEST',
    },
    ...{
      source_code_hash: 'q'.repeat(44),
      source_code_size: 12345,
      last_modified: '2024-05-01T10:00:00.000+0000',
      vpc_config: [],
    },
    ...nulls(
      'code_signing_config_arn',
      'filename',
      'image_uri',
      'kms_key_arn',
      'layers',
      's3_bucket',
      's3_key',
    ),
  };
  const computed = [
    'arn',
    'id',
    'invoke_arn',
    'qualified_arn',
    'version',
    'last_modified',
    'source_code_size',
  ];
  return { type: 'aws_lambda_function', values, changed: { memory_size: 2048 }, computed };
}

/** An alarm. */
export function alarm(i: number): PlanObject {
  const values = {
    ...common(i, 'cloudwatch'),
    ...{
      alarm_name: `alarm-${i}`,
      alarm_description: 'Errors of the service are above what is usual for it.',
      threshold: 5,
    },
    ...{
      comparison_operator: 'GreaterThanThreshold',
      evaluation_periods: 3,
      metric_name: 'Errors',
      namespace: 'AWS/Lambda',
    },
    ...{
      period: 60,
      statistic: 'Sum',
      dimensions: { FunctionName: `f-${i}` },
      treat_missing_data: 'notBreaching',
      unit: '',
    },
    ...{
      alarm_actions: ['arn:aws:sns:eu-west-1:123456789012:pages'],
      ok_actions: [],
      insufficient_data_actions: [],
    },
    ...{
      actions_enabled: true,
      datapoints_to_alarm: 0,
      extended_statistic: '',
      threshold_metric_id: '',
      metric_query: [],
    },
  };
  return { type: 'aws_cloudwatch_metric_alarm', values, changed: { threshold: 10 }, computed: ['arn', 'id'] };
}
