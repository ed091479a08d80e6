/** What all kinds of objects have. */
export function common(i: number, service: string): Record<string, unknown> {
  const tags = {
    Name: `object-${i}`,
    Team: `team-${i % 40}`,
    Environment: 'prod',
    CostCenter: String(1000 + (i % 40)),
  };
  const arn = `arn:aws:${service}:eu-west-1:123456789012:object/${i}`;
  return { arn, id: arn, tags, tags_all: { ...tags, ManagedBy: 'terraform' }, timeouts: null };
}

/** Arguments that are not given. */
export const nulls = (...names: readonly string[]): Record<string, null> =>
  Object.fromEntries(names.map((name) => [name, null]));

/** A policy document as text. */
export function policy(i: number): string {
  const statement = (n: number): object => ({
    Sid: `Statement${n}`,
    Effect: 'Allow',
    Action: ['s3:GetObject', 's3:PutObject', 's3:ListBucket', 'kms:Decrypt'],
    Resource: [`arn:aws:s3:::bucket-${i}`, `arn:aws:s3:::bucket-${i}/*`],
  });
  return JSON.stringify({ Version: '2012-10-17', Statement: [1, 2, 3].map(statement) });
}
