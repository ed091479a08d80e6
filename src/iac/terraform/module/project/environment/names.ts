/** Names that stand for an environment wherever they stand alone. */
const ALONE = new Set(
  (
    'prod prd production preprod preproduction staging stage stg stag dev development develop test testing tst qa uat ' +
    'sandbox sbx sbox demo perf live release integration int management mgmt playground dr'
  ).split(' '),
);

/** Those that do so as the first or last word of a name too; others, such as `int` or `dr`, are parts of many names. */
const AS_WORD = new Set(
  (
    'prod prd production preprod preproduction staging stage stg stag dev development test testing tst qa uat sandbox ' +
    'sbx demo mgmt playground'
  ).split(' '),
);

/** Names of variable files that are for all environments. */
const SHARED = new Set('default defaults common global globals shared base all'.split(' '));

/** Folders that hold one file or folder for each environment. */
const OF_ENVIRONMENTS = new Set('environment environments env envs'.split(' '));

/** Folders that hold variable files. */
const OF_VALUES = new Set([
  ...OF_ENVIRONMENTS,
  ...'variables variable vars tfvars var-files var_files config configs configuration values'.split(' '),
]);

/** The environment that a name of a file or folder tells of: `prod`, `app-prod`, `prod_config`, `dev.eu-west-1`. */
export function environmentIn(name: string): string | undefined {
  const lower = name.toLowerCase();
  if (ALONE.has(lower)) return lower;
  const words = lower.split(/[-_.]/);
  return [words.at(-1), words[0]].find((word) => word !== undefined && AS_WORD.has(word));
}

/** Whether a name of an environment is hardly ever anything else. */
export function isCertain(environment: string): boolean {
  return AS_WORD.has(environment);
}

/** What is left of a name without the environment at its end or beginning: `app` of `app-prod`. */
export function withoutEnvironment(name: string, environment: string): string {
  const words = name.toLowerCase().split(/[-_.]/);
  const [first, last] = [words[0] === environment, words.at(-1) === environment];
  return (last ? words.slice(0, -1) : first ? words.slice(1) : words).join('-');
}

/** Whether a variable file or folder of that name is for all environments. */
export function isShared(name: string): boolean {
  return SHARED.has(name.toLowerCase());
}

/** Whether a folder holds one file or folder for each environment. */
export function isOfEnvironments(folder: string): boolean {
  return OF_ENVIRONMENTS.has(folder.toLowerCase());
}

/** Whether a folder may hold the variable files of the roots beside it. */
export function mayHoldValues(folder: string): boolean {
  return OF_VALUES.has(folder.toLowerCase()) || environmentIn(folder) !== undefined;
}
