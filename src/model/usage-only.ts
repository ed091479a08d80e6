/** Types that no provider has: a usage file says of them what no resource does, as Infracost's usage files do. They carry no tags. */
export const USAGE_ONLY_TYPES: ReadonlySet<string> = new Set(['aws_data_transfer']);
