/** Days after which list prices are called old, by provider. A choice of ours: no cloud says for how long a price holds. */
const OLD_AFTER: Readonly<Record<string, number>> = { aws: 365, azure: 180, google: 90 };

const DAY = 86_400_000;

/** Whole days from the date of a list to another date, both in ISO form; NaN when one is no date. */
export function ageInDays(asOf: string, today: string): number {
  return Math.floor((Date.parse(today) - Date.parse(asOf)) / DAY);
}

/** The days after which prices of a provider are called old; undefined for a provider that nobody has looked at. */
export function oldAfter(provider: string): number | undefined {
  return OLD_AFTER[provider];
}
