import { textMatches } from '../../lib/text-glob.ts';
import type { Price } from '../../model/cost.ts';
import type { CommitmentKind, PriceScope } from '../../model/pricing.ts';

/** Prices on demand that one kind of commitment can hold for. In `keys` a `*` is any text. */
interface Coverable {
  readonly provider: string;
  readonly services: readonly string[];
  readonly keys: readonly string[];
}

/**
 * What the clouds' commitments are for: the time of machines and of functions. Storage, I/O, requests and traffic are paid for beside them.
 *
 * - AWS reservations: instances (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-reserved-instances.html, tenancy included), database
 *   and cache nodes (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithReservedDBInstances.html: "does not include
 *   storage, backups and I/O"), capacity units of DynamoDB tables.
 * - AWS savings plans: EC2, Fargate and Lambda by compute plans, Studio notebooks by those of SageMaker, nodes and Aurora capacity units by
 *   those of databases (https://docs.aws.amazon.com/savingsplans/latest/userguide/plan-types.html).
 * - Azure: of the meters that the book has by machine, virtual machines
 *   (https://learn.microsoft.com/azure/cost-management-billing/savings-plan/savings-plan-compute-overview).
 * - Google: machine types, and cores and memory of custom ones (https://docs.cloud.google.com/compute/docs/committed-use-discounts).
 */
const COVERABLE: Readonly<Record<CommitmentKind, readonly Coverable[]>> = {
  reserved: [
    { provider: 'aws', services: ['ec2'], keys: ['instance|*', 'dedicated|*'] },
    {
      provider: 'aws',
      services: ['elasticache', 'memorydb', 'opensearch', 'rds', 'redshift'],
      keys: ['node|*'],
    },
    { provider: 'aws', services: ['dynamodb'], keys: ['provisioned.rcu-hour', 'provisioned.wcu-hour'] },
    { provider: 'azure', services: ['vm'], keys: ['instance|*'] },
  ],
  savings_plan: [
    { provider: 'aws', services: ['ec2'], keys: ['instance|*', 'dedicated|*'] },
    {
      provider: 'aws',
      services: ['ecs', 'eks'],
      keys: ['fargate.vcpu-hour', 'fargate.gb-hour', 'fargate.*.vcpu-hour', 'fargate.*.gb-hour'],
    },
    {
      provider: 'aws',
      services: ['lambda'],
      keys: ['*.duration', '*.provisioned-concurrency', '*.provisioned-duration'],
    },
    { provider: 'aws', services: ['sagemaker'], keys: ['studio-notebook|*'] },
    {
      provider: 'aws',
      services: ['dms', 'documentdb', 'elasticache', 'neptune', 'opensearch', 'rds'],
      keys: ['node|*', '*.acu-hour'],
    },
    { provider: 'azure', services: ['vm'], keys: ['instance|*'] },
  ],
  committed_use: [
    { provider: 'google', services: ['compute'], keys: ['instance|*'] },
    { provider: 'google', services: ['compute-custom'], keys: ['*Core', '*Ram'] },
  ],
};

/** Whether a kind of commitment can hold for what a price is paid for. Never for spot capacity, nor for what is reserved already. */
export function canCover(kind: CommitmentKind, price: Price): boolean {
  return (
    price.option === undefined &&
    COVERABLE[kind].some(
      ({ provider, services, keys }) =>
        provider === price.provider &&
        services.includes(price.service) &&
        keys.some((key) => textMatches(key, price.key)),
    )
  );
}

/** Whether a scope names, by its cloud, service and key, something that the kind of commitment can hold for. */
export function namesCoverable(kind: CommitmentKind, scope: PriceScope): boolean {
  return COVERABLE[kind].some(
    ({ provider, services, keys }) =>
      (scope.provider ?? provider) === provider &&
      (scope.service === undefined || services.includes(scope.service)) &&
      (scope.key === undefined || keys.some((key) => canMeet(key, scope.key ?? ''))),
  );
}

/** Whether one text may match both: what stands before the first and after the last star does not contradict the other. */
function canMeet(a: string, b: string): boolean {
  if (!a.includes('*') || !b.includes('*')) return a.includes('*') ? textMatches(a, b) : textMatches(b, a);
  const [startA = '', startB = ''] = [a.split('*')[0], b.split('*')[0]];
  const [endA = '', endB = ''] = [a.split('*').at(-1), b.split('*').at(-1)];
  return (
    (startA.startsWith(startB) || startB.startsWith(startA)) && (endA.endsWith(endB) || endB.endsWith(endA))
  );
}
