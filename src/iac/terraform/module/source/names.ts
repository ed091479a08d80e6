import { identifierEnd, startsIdentifier } from '../../syntax/characters.ts';
import type { Declaration } from './declaration.ts';

/** Names that a variable cannot have: module calls have arguments of these names (Terraform, "Input Variables"). */
const RESERVED: ReadonlySet<string> = new Set([
  'count',
  'depends_on',
  'for_each',
  'lifecycle',
  'locals',
  'providers',
  'source',
  'version',
]);

/** What is wrong with the labels of a block; undefined when Terraform takes them: they are identifiers. */
export function nameProblem({ block, labels }: Declaration): string | undefined {
  const wrong = labels.find((label) => !isIdentifier(label));
  if (wrong !== undefined) {
    return `${JSON.stringify(wrong)} is no name for a ${block.type}: it takes letters, digits, _ and -, and starts with a letter or _`;
  }
  const [name = ''] = labels;
  return block.type === 'variable' && RESERVED.has(name)
    ? `A variable cannot be called ${JSON.stringify(name)}: module calls have an argument of that name`
    : undefined;
}

function isIdentifier(text: string): boolean {
  return startsIdentifier(text, 0) && identifierEnd(text, 0) === text.length;
}
