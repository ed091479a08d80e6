import { readAsset } from '../../lib/assets.ts';

/** Something that a cloud gives each account for nothing every month, for as long as the account is there. */
export interface Allowance {
  readonly id: string;
  readonly provider: string;
  readonly service: string;
  /** Keys of the price book whose quantities share it. */
  readonly keys: readonly string[];
  /** Unit of all of these. */
  readonly unit: string;
  /** A month, as plain decimal text. */
  readonly amount: string;
  /** The page that says so. */
  readonly link: string;
}

/** `catalog/allowances.json`. */
export interface AllowancesFile {
  readonly version: 1;
  readonly allowances: readonly Allowance[];
}

/** The allowances that ship with the product, sorted by id. */
export function openAllowances(): readonly Allowance[] {
  return (JSON.parse(readAsset('catalog/allowances.json').toString('utf8')) as AllowancesFile).allowances;
}
