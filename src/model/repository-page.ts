/** Where the files of this product's repository are shown, for links to its documents. */
export const REPOSITORY_PAGE = 'https://github.com/OWNER/tollgate/blob/main/';

/** The anchor of a rule such as `BP-101` in the document that describes it. */
export function ruleAnchor(rule: string): string {
  return rule.toLowerCase();
}
