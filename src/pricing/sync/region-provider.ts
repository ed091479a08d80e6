/** How regions of the providers are written: `eu-west-1`, `westeurope`, `europe-west1`. No name is of two forms. */
const FORMS: readonly (readonly [string, RegExp])[] = [
  ['aws', /^[a-z]{2}(?:-[a-z]+)+-\d+$/],
  ['google', /^[a-z]+-[a-z]+\d+$/],
  ['azure', /^[a-z]+\d*$/],
];

/** The provider whose regions have names of this form; undefined for a name of none. */
export function regionProvider(region: string): string | undefined {
  return FORMS.find(([, form]) => form.test(region))?.[0];
}
