/** Columns of the terms of a price, which the JSON form writes as one word. */
const TERMS = new Set(['LeaseContractLength', 'PurchaseOption', 'OfferingClass']);

/**
 * The name that a column of an offer in CSV has in the offer's JSON form: `Product Family` is `productFamily`, `usageType` is
 * `usagetype`, `Pre Installed S/W` is `preInstalledSw`. Terms begin small, as all names in rules do: `leaseContractLength`.
 */
export function fieldName(column: string): string {
  if (TERMS.has(column)) return `${column.charAt(0).toLowerCase()}${column.slice(1)}`;
  const words = column
    .replace(/[^A-Za-z0-9 ]/g, '')
    .toLowerCase()
    .split(' ')
    .filter(Boolean);
  return words
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
}

/**
 * A usage type without the code of its region, such as `EU-`, `USE2-` or `APN1-`; us-east-1 has none for most. What is left
 * is the same in all regions.
 */
export function usageWithoutRegion(usagetype: string): string {
  return usagetype.replace(/^(?:EU|[A-Z]{3}\d)-/, '');
}
