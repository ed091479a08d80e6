const PROVIDER = 'provider "aws" { region = "us-east-1" }\n';
const SIZE = 'variable "size" { type = number }\n';
const VOLUME = `resource "aws_ebs_volume" "v" {
  availability_zone = "us-east-1a"
  type              = "gp3"
  size              = var.size
}
`;

const call = (name: string, source: string, size: string): string =>
  `module "${name}" {\n  source = "${source}"\n  size   = ${size}\n}\n`;

/** Modules within modules, each called twice: 2 to the power of the depth, which has to end in the limit of a side. */
export function nestedModules(depth: number, size: number): Record<string, string> {
  const files: Record<string, string> = { 'root/main.tf': PROVIDER + call('m', '../m/0', String(size)) };
  for (let level = 0; level < depth; level++) {
    const next = `../${level + 1}`;
    files[`m/${level}/main.tf`] = SIZE + call('a', next, 'var.size') + call('b', next, 'var.size');
  }
  files[`m/${depth}/main.tf`] = SIZE + VOLUME;
  return files;
}

/** Many roots that all call the same modules; all of them change. */
export function sharedModules(roots: number, modules: number, size: number): Record<string, string> {
  const files: Record<string, string> = {};
  const calls = Array.from({ length: modules }, (_, index) =>
    call(`m${index}`, `../../modules/m${index}`, String(size)),
  );
  for (let index = 0; index < modules; index++) files[`modules/m${index}/main.tf`] = SIZE + VOLUME;
  for (let index = 0; index < roots; index++) files[`roots/r${index}/main.tf`] = PROVIDER + calls.join('');
  return files;
}

/** Many folders, each a root of its own; all of them change. */
export function manyRoots(count: number, size: number): Record<string, string> {
  const volume = VOLUME.replace('var.size', String(size));
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`roots/r${index}/main.tf`, PROVIDER + volume]),
  );
}
