import { SourceText } from '../../../../model/source.ts';
import type { Diagnostic } from '../../../../model/diagnostic.ts';
import type { Body, Expression, SplatStep, SyntaxFile, TemplatePart } from '../ast.ts';
import { parseExpressionText, parseJson, parseNative } from '../parse.ts';

/** Parses native syntax from a text of a test. */
export function native(text: string): SyntaxFile {
  return parseNative(new SourceText('main.tf', text));
}

/** Parses JSON syntax from a text of a test. */
export function json(text: string): SyntaxFile {
  return parseJson(new SourceText('main.tf.json', text));
}

/** The expression of a text, as an S-expression, or its first error. */
export function shown(text: string): string {
  const { expression, diagnostics } = parseExpressionText(new SourceText('main.tf', text));
  return diagnostics[0]?.message ?? show(expression);
}

/** A body on one line: attributes as `name = value`, blocks with their labels and body. */
export function showBody(body: Body): string {
  const items = [
    ...body.attributes.map((a) => ({ at: a.start, text: `${a.name} = ${show(a.value)}` })),
    ...body.blocks.map((b) => {
      const labels = b.labels.map(({ value }) => ` ${JSON.stringify(value)}`).join('');
      return { at: b.start, text: `${b.type}${labels} ${showBody(b.body)}` };
    }),
  ];
  const list = items.sort((a, b) => a.at - b.at).map(({ text }) => text);
  return `{${[...list, ...(body.partial ? ['…'] : [])].join('; ')}}`;
}

/** Diagnostics as `line:column message`. */
export function showDiagnostics(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(
    ({ source, message }) => `${source?.start.line ?? 0}:${source?.start.column ?? 0} ${message}`,
  );
}

/** An expression as an S-expression. */
export function show(e: Expression): string {
  switch (e.kind) {
    case 'literal':
      return typeof e.value === 'string' ? JSON.stringify(e.value) : String(e.value);
    case 'template':
      return `(${e.heredoc ? 'heredoc' : 'template'}${showParts(e.parts)})`;
    case 'traversal':
      return e.root + showSteps(e.steps);
    case 'relative':
      return `(${show(e.target)})${showSteps(e.steps)}`;
    case 'index':
      return `(index ${show(e.target)} ${show(e.key)})`;
    case 'splat':
      return `(splat ${show(e.target)} ${e.full ? '[*]' : '.*'}${showSteps(e.each)})`;
    case 'call':
      return `(${[e.name, ...e.arguments.map(show)].join(' ')}${e.expandFinal ? '...' : ''})`;
    case 'unary':
      return `(${e.operator} ${show(e.operand)})`;
    case 'binary':
      return `(${e.operator} ${show(e.left)} ${show(e.right)})`;
    case 'conditional':
      return `(? ${show(e.condition)} ${show(e.then)} ${show(e.else)})`;
    case 'tuple':
      return `[${e.items.map(show).join(' ')}]`;
    case 'object':
      return `{${e.items.map(({ key, value }) => `${show(key)}=${show(value)}`).join(' ')}}`;
    case 'for':
      return showFor(e);
    case 'parentheses':
      return `(paren ${show(e.inner)})`;
    case 'invalid':
      return 'invalid';
  }
}

function showFor(e: Extract<Expression, { kind: 'for' }>): string {
  const names = e.keyName === undefined ? e.valueName : `${e.keyName},${e.valueName}`;
  const result = e.key === undefined ? show(e.value) : `${show(e.key)}=>${show(e.value)}`;
  const condition = e.condition === undefined ? '' : ` if ${show(e.condition)}`;
  return `(for ${names} in ${show(e.collection)} : ${result}${e.group ? '...' : ''}${condition})`;
}

function showSteps(steps: readonly SplatStep[]): string {
  return steps
    .map((step) => {
      if (step.kind === 'attribute') return `.${step.name}`;
      if (step.kind === 'key') return `[${show(step.key)}]`;
      if (step.kind === 'splat') return `(splat ${step.full ? '[*]' : '.*'}${showSteps(step.each)})`;
      return typeof step.key === 'string' ? `[${JSON.stringify(step.key)}]` : `[${step.key.toString()}]`;
    })
    .join('');
}

function showParts(parts: readonly TemplatePart[]): string {
  return parts.map((part) => ` ${showPart(part)}`).join('');
}

function showPart(part: TemplatePart): string {
  switch (part.kind) {
    case 'text':
      return JSON.stringify(part.value);
    case 'interpolation':
      return show(part.expression);
    case 'if':
      return `(if ${show(part.condition)}${showParts(part.then)} else${showParts(part.else)})`;
    case 'for': {
      const names = part.keyName === undefined ? part.valueName : `${part.keyName},${part.valueName}`;
      return `(for ${names} in ${show(part.collection)}${showParts(part.body)})`;
    }
  }
}
