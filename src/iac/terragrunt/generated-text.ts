import { rangeOf, SourceText } from '../../model/source.ts';
import type { Position, SourceSpan } from '../../model/source.ts';
import type { ObjectValue, Value } from '../../model/value.ts';
import { object, text } from '../terraform/evaluate/make.ts';
import type { Expression, TemplatePart } from '../terraform/syntax/ast.ts';
import type { LabelledBody } from './bodies.ts';
import type { ConfigFile } from './config-file.ts';
import { knownText } from './known-text.ts';

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
  if (expression.kind !== 'template') return config.evaluate(expression);
  const written: Written = { text: '', standIns: [] };
  if (!expression.parts.every((part) => write(config, part, written))) return config.evaluate(expression);
  const declarations = written.standIns.map((name) => `\nvariable "${name}" {}\n`).join('');
  const { source } = config.file;
  return text(written.text + declarations, [{ source, start: expression.start, end: expression.end }]);
}

/** What was written of a file so far, and the variables that stand in it. */
interface Written {
  text: string;
  readonly standIns: string[];
}

/** Writes a part of a template; false when not even its shape can be told. */
function write(config: ConfigFile, part: TemplatePart, into: Written): boolean {
  switch (part.kind) {
    case 'text':
      into.text += part.value;
      return true;
    case 'interpolation':
      writeValue(config, part, into);
      return true;
    case 'if': {
      const condition = config.evaluate(part.condition);
      if (condition.kind !== 'bool' || condition.sensitive === true) return false;
      return (condition.value ? part.then : part.else).every((inner) => write(config, inner, into));
    }
    case 'for': {
      const { start, end } = part;
      const repeated = knownText(
        config.evaluate({ kind: 'template', parts: [part], heredoc: false, start, end }),
      );
      into.text += repeated ?? '';
      return repeated !== undefined;
    }
  }
}

function writeValue(
  config: ConfigFile,
  { expression, start, end }: Extract<TemplatePart, { kind: 'interpolation' }>,
  into: Written,
): void {
  const value = config.evaluate(expression);
  const known = knownText(value);
  if (known !== undefined) {
    into.text += known;
    return;
  }
  const { standIns } = config.reading;
  const name = `${STAND_IN}${standIns.size + 1}`;
  standIns.set(name, { value, at: { source: config.file.source, start, end } });
  into.standIns.push(name);
  into.text += isInQuotes(into.text) ? `\${var.${name}}` : `var.${name}`;
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
