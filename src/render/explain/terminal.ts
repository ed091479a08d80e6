import type {
  ExplainedPlace,
  ExplainedResource,
  ExplainedTag,
  ExplainedValue,
  Explanation,
} from '../../model/explanation.ts';
import type { ProjectInput } from '../../model/result.ts';
import { plain } from '../plain.ts';
import { andMore } from '../plural.ts';
import { type Cell, code, place, strong, toned } from '../report/document.ts';
import { paint } from '../terminal/ansi.ts';
import { columnsOf } from '../terminal/width.ts';
import { wrap } from '../terminal/wrap.ts';
import { pieces } from '../terminal/write.ts';
import type { TerminalStyle } from '../terminal.ts';
import { valueText } from '../value.ts';
import { unknownWords } from './unknown.ts';

/** Values that are shown before the others are counted. */
const SHOWN = 200;

/** The margin of a chain. */
const CHAIN = ' '.repeat(6);

/** A quoted line is cut to no less. */
const SHORTEST_LINE = 40;

type Write = (cell: Cell, indent: number, hang?: number) => string[];

/** The explanation for a person at a terminal: each value, and below it the chain of places that set it. */
export function renderExplanation(explanation: Explanation, { color, width: wanted }: TerminalStyle): string {
  const look = paint(color);
  const width = Math.max(60, wanted);
  const write: Write = (cell, indent, hang = indent) =>
    wrap(pieces(cell, look), width, ' '.repeat(indent), ' '.repeat(hang));
  const { values, resource, diagnostics, complete } = explanation;
  const shown = values.slice(0, SHOWN);
  const more = values.length - shown.length;
  return [
    ...write(heading(explanation), 0, 2),
    ...(explanation.input === undefined ? [] : write(inputCell(explanation.input), 2, 4)),
    ...(resource === null ? [] : about(resource, write, width)),
    ...shown.flatMap((value) => ['', ...valueLines(value, write, width)]),
    ...(more > 0
      ? ['', ...write(`${andMore(more)} (--format json lists them, --attribute asks for one)`, 2)]
      : []),
    ...(complete ? [] : ['', ...write('There are more values than are listed.', 2)]),
    ...(resource === null ? [] : tagLines(resource, write, width)),
    ...(diagnostics.length === 0 ? [] : ['', ...write(strong('Wrong in these lines'), 0)]),
    ...diagnostics.flatMap(({ severity, message, source }) =>
      write([...(source === undefined ? [] : [place(source), ' ']), `${severity}: ${message}`], 2, 4),
    ),
    '',
  ].join('\n');
}

const KINDS: Readonly<Record<Explanation['kind'], string>> = {
  resource: 'a resource',
  data: 'a data source',
  module: 'a module',
  variable: 'a variable',
  local: 'a local value',
  output: 'an output',
};

function heading({ address, kind, project, source, side }: Explanation): Cell {
  const at = side.commit === null ? '' : ` at ${side.ref}`;
  return [strong(address), `, ${KINDS[kind]} of project `, code(project), ', ', place(source), at];
}

/** What stands beside the configuration: a plan tells every value, a state those that the configuration does not. */
function inputCell({ plan, state }: ProjectInput): Cell {
  return plan === undefined
    ? ['what the configuration does not tell is from the state ', code(state ?? '')]
    : ['the values are those of the plan ', code(plan)];
}

function about(resource: ExplainedResource, write: Write, width: number): string[] {
  const { region, repetition, price, notWritten, alsoPriced } = resource;
  const unwritten = notWritten.length === 0 ? '' : `; not written: ${notWritten.join(', ')}`;
  return [
    ...(repetition === 'unknown' ? write('It stands for an unknown number of instances.', 2) : []),
    ...write(['region ', ...valueCell(region)], 2, 4),
    ...chain(region.places, width),
    ...write(`price: ${price.replace('-', ' ')}${price === 'free' ? '' : unwritten}`, 2, 4),
    ...(alsoPriced.length === 0 ? [] : write(`the price rests on ${alsoPriced.join(', ')} too`, 2, 4)),
  ];
}

function valueLines(value: ExplainedValue, write: Write, width: number): string[] {
  const name = value.path === '' ? 'value' : value.path;
  const marks = [
    ...(value.addedBy === undefined ? [] : [' ', toned(`from the ${value.addedBy}`, 'muted')]),
    ...(value.priced ? [' ', toned('in the price', 'muted')] : []),
  ];
  return [
    ...write([strong(name), ' = ', ...valueCell(value), ...marks], 2, 6),
    ...value.assumptions.map((what) => `${' '.repeat(6)}assumed: ${plain(what)}`),
    ...chain(value.places, width),
  ];
}

function valueCell({ value }: ExplainedValue): readonly Exclude<Cell, readonly unknown[]>[] {
  return value.kind === 'unknown' && value.sensitive !== true
    ? [toned(`unknown: ${unknownWords(value)}`, 'bad')]
    : [code(valueText(value))];
}

/** One line a place: where, what stands there, and the line itself, cut to the width, in columns. */
function chain(places: readonly ExplainedPlace[], width: number): string[] {
  const rows = places.map(({ source, role, line, at = 0 }) => ({
    at: plain(`${source.file}:${source.start.line}:${source.start.column}`),
    role: plain(role),
    line,
    from: at,
  }));
  const widest = Math.max(0, ...rows.map(({ at }) => columnsOf(at)));
  const roles = Math.max(0, ...rows.map(({ role }) => columnsOf(role)));
  const left = Math.max(SHORTEST_LINE, width - CHAIN.length - 2 - widest - roles - 5);
  return rows.map(({ at, role, line, from }, index) => {
    const quoted = line === null ? role : `${padded(role, roles)}  │ ${around(line, from, left)}`;
    return `${CHAIN}${index === 0 ? '  ' : '→ '}${padded(at, widest)}  ${quoted}`;
  });
}

/** A line cut to a length; of a longer one the part around what it is quoted for. */
function around(line: string, at: number, length: number): string {
  const isSeen = line.length <= length || at < length / 2;
  return isSeen ? plain(line, length) : plain(`…${line.slice(at - Math.floor(length / 4))}`, length);
}

function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

function tagLines({ tags, moreTags, defaultTags }: ExplainedResource, write: Write, width: number): string[] {
  if (tags.length === 0 && moreTags === null) return [];
  return [
    '',
    ...write(strong('Tags that it will carry'), 0),
    ...tags.flatMap((tag) => {
      const added = tag.from === 'provider-default' ? defaultTag(defaultTags, tag.key) : undefined;
      const from =
        added === undefined ? tagFrom(tag) : [' ', toned(`from the ${added.addedBy ?? ''}`, 'muted')];
      return [
        ...write([strong(tag.key), ' = ', code(tagText(tag)), ...from], 2, 6),
        ...chain(added?.places ?? [], width),
      ];
    }),
    ...(moreTags === null ? [] : write(`more are possible: ${moreTags}`, 2, 6)),
  ];
}

/** What the provider says of a tag that it adds. */
function defaultTag(values: readonly ExplainedValue[], key: string): ExplainedValue | undefined {
  return values.find(({ path }) => path.endsWith(`.${key}`) || path.endsWith(`[${JSON.stringify(key)}]`));
}

function tagText({ state, value, reason }: ExplainedTag): string {
  if (state === 'sensitive') return '(sensitive)';
  return state === 'known'
    ? JSON.stringify(plain(value ?? ''))
    : `(unknown${reason === null ? '' : `: ${reason}`})`;
}

function tagFrom({ from, source }: ExplainedTag): Exclude<Cell, readonly unknown[]>[] {
  if (from === null) return [];
  const words = from === 'resource' ? 'the resource' : from.replaceAll('-', ' ');
  return [' ', toned(`from ${words}`, 'muted'), ...(source === null ? [] : [' ', place(source)])];
}
