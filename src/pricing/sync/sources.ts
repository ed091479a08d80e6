import type { PriceSource } from '../format.ts';

/** Where synced prices come from, by provider. The `source` of a price begins with the id. */
export const OFFICIAL_LISTS: Readonly<Record<string, PriceSource>> = {
  aws: {
    id: 'aws-price-list',
    repository: 'https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/index.json',
    commit: '',
    licence: "the provider's public price list",
    note: 'AWS Price List Bulk API; a source names the offer and its version.',
  },
  azure: {
    id: 'azure-retail-prices',
    repository: 'https://prices.azure.com/api/retail/prices',
    commit: '',
    licence: "the provider's public price list",
    note: 'Azure Retail Prices API; a source names the service.',
  },
  google: {
    id: 'google-billing-catalog',
    repository: 'https://cloudbilling.googleapis.com/v1/services',
    commit: '',
    licence: "the provider's public price list",
    note: 'Cloud Billing Catalog; a source names the service.',
  },
};
