import type { Call, Expression, SyntaxFile } from '../../syntax/ast.ts';

/** Functions that read files by their first argument. */
const READS = /^(core::)?(file|filebase64|fileexists|fileset|templatefile|file(base64)?(md5|sha\d+))$/;

/** A path that a file function is called with, as far as it can be told without evaluation. */
export type FileInput =
  { readonly from: 'module' | 'root'; readonly path: string } | { readonly from: 'anywhere' };

const known = new WeakMap<SyntaxFile, readonly FileInput[]>();

/** The files that expressions of a configuration file read. */
export function fileInputs(file: SyntaxFile): readonly FileInput[] {
  let inputs = known.get(file);
  if (inputs === undefined) {
    inputs = /file/.test(file.source.text) ? [...calls(file.body)].map(inputOf) : [];
    known.set(file, inputs);
  }
  return inputs;
}

/** All calls of file functions below a node: the syntax tree holds nothing but nodes, lists and plain values. */
function* calls(node: unknown): Generator<Call> {
  if (typeof node !== 'object' || node === null) return;
  if (isFileCall(node)) yield node;
  for (const child of Object.values(node)) yield* calls(child);
}

function isFileCall(node: object): node is Call {
  return 'kind' in node && node.kind === 'call' && 'name' in node && READS.test(String(node.name));
}

function inputOf({ arguments: [path] }: Call): FileInput {
  return (path && staticPath(path)) ?? { from: 'anywhere' };
}

/** `"x/y"`, `"${path.module}/x"` and `"${path.root}/x"`; in a string all of it must be static. */
function staticPath(expression: Expression): FileInput | undefined {
  if (expression.kind === 'literal') {
    return typeof expression.value === 'string' ? { from: 'root', path: expression.value } : undefined;
  }
  if (expression.kind === 'traversal') return start(expression);
  if (expression.kind !== 'template') return undefined;
  const [first, ...others] = expression.parts;
  const texts = others.map((part) => (part.kind === 'text' ? part.value : undefined));
  const base = first?.kind === 'interpolation' ? start(first.expression) : undefined;
  if (texts.includes(undefined)) return undefined;
  if (first?.kind === 'text') return { from: 'root', path: first.value + texts.join('') };
  return base?.from === 'anywhere' ? base : base && { from: base.from, path: base.path + texts.join('') };
}

function start(expression: Expression): FileInput | undefined {
  if (expression.kind !== 'traversal' || expression.root !== 'path') return undefined;
  const [step] = expression.steps;
  if (step?.kind !== 'attribute' || expression.steps.length > 1) return undefined;
  return step.name === 'module' || step.name === 'root' ? { from: step.name, path: '.' } : undefined;
}
