import { rangeOf, SourceText } from '../../model/source.ts';
import type { Position, SourceSpan } from '../../model/source.ts';
import type { ObjectValue, Value } from '../../model/value.ts';
import { convert } from '../terraform/evaluate/convert.ts';
import { ExpressionError } from '../terraform/evaluate/failure.ts';
import { object, text } from '../terraform/evaluate/make.ts';
import { hasSensitive } from '../terraform/evaluate/marks.ts';
import type { Expression } from '../terraform/syntax/ast.ts';
import type { LabelledBody } from './bodies.ts';
import type { ConfigFile } from './config-file.ts';

/** Prefix of the variables that stand in a generated file for what is not known. */
const STAND_IN = 'terragrunt_value_';

/**
 * A `generate` block. What cannot be told of its contents, or must not be shown, becomes a variable in them, so that the
 * rest of the file is read all the same.
 */
export function generateValue(config: ConfigFile, { body }: LabelledBody): ObjectValue {
  const others = { ...body, attributes: body.attributes.filter(({ name }) => name !== 'contents') };
  const { entries, origin } = config.body(others);
  const contents = body.attributes.find(({ name }) => name === 'contents');
  if (contents === undefined) return object(entries, origin);
  return object(new Map([...entries, ['contents', textOf(config, contents.value)]]), origin);
}

function textOf(config: ConfigFile, expression: Expression): Value {
  if (
    expression.kind !== 'template' ||
    expression.parts.some(({ kind }) => kind === 'if' || kind === 'for')
  ) {
    return config.evaluate(expression);
  }
  const { source } = config.file;
  let written = '';
  const declared: string[] = [];
  for (const part of expression.parts) {
    if (part.kind === 'text') written += part.value;
    if (part.kind !== 'interpolation') continue;
    const value = config.evaluate(part.expression);
    const known = knownText(value);
    if (known !== undefined) {
      written += known;
      continue;
    }
    const name = `${STAND_IN}${config.reading.standIns.size + 1}`;
    config.reading.standIns.set(name, { value, at: { source, start: part.start, end: part.end } });
    declared.push(name);
    written += isInQuotes(written) ? `\${var.${name}}` : `var.${name}`;
  }
  const declarations = declared.map((name) => `\nvariable "${name}" {}\n`).join('');
  return text(written + declarations, [{ source, start: expression.start, end: expression.end }]);
}

function knownText(value: Value): string | undefined {
  if (hasSensitive(value)) return undefined;
  try {
    const converted = convert(value, 'string');
    return converted.kind === 'string' ? converted.value : undefined;
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}

/** Whether a text ends within a quoted string: they do not reach over the end of a line. */
function isInQuotes(written: string): boolean {
  const line = written.slice(written.lastIndexOf('\n') + 1).replace(/\\./g, '');
  return line.split('"').length % 2 === 0;
}

/** The text of a file that is generated; its lines are those of the place that it is written in. */
export class GeneratedText extends SourceText {
  readonly #first: Position;
  readonly #isHeredoc: boolean;
  readonly #lines: number;

  constructor(text: string, { source, start, end }: SourceSpan) {
    super(source.path, text);
    const written = source.text.slice(start, end);
    this.#first = rangeOf({ source, start, end }).start;
    this.#isHeredoc = written.startsWith('<<');
    this.#lines = written.split('\n').length - 1;
  }

  override position(offset: number): Position {
    if (!this.#isHeredoc) return this.#first;
    const { line } = super.position(offset);
    return { line: this.#first.line + Math.min(line, this.#lines), column: 1 };
  }
}
