import type { SourceRange } from '../../model/source.ts';

/**
 * A report free of any format. Strings are plain text, foreign or not: the writer of each format escapes all of
 * them in one place, so no part of a report can forget to.
 */
export interface Report {
  readonly headline: Headline;
  /** Short lines below the headline. */
  readonly lines: readonly Cell[];
  readonly units: Table | null;
  readonly alert: Alert | null;
  readonly sections: readonly Section[];
}

export interface Headline {
  readonly icon: string;
  readonly words: string;
  readonly tone: Tone;
}

/** What blocks, or waits, or deserves a look. */
export interface Alert {
  readonly kind: 'caution' | 'important' | 'plain';
  readonly reason: Cell | null;
  readonly items: readonly Cell[];
  /** Those that the section of findings says in full, for readers who have both before their eyes. They come first. */
  readonly told: number;
}

/** A part that a reader opens. */
export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Background that a terminal names and shows only when asked. */
  readonly detail?: true;
}

export type Block = Paragraph | List | Table;

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: Cell;
}

export interface List {
  readonly kind: 'list';
  readonly items: readonly Cell[];
}

export interface Table {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** A last row that a cut never takes away. */
  readonly total?: readonly Cell[];
}

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
}

/** `good` and `bad` colour what the words say already. */
export type Tone = 'good' | 'bad' | 'muted';

export type Cell = Inline | readonly Inline[];

export type Inline =
  | string
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'toned'; readonly text: string; readonly tone: Tone }
  | { readonly kind: 'place'; readonly source: SourceRange }
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

/** The parts of a cell. */
export function inlines(cell: Cell): readonly Inline[] {
  return typeof cell === 'string' || 'kind' in cell ? [cell] : cell;
}

/** Text of the repository: an address, a path, a value. */
export function code(text: string): Inline {
  return { kind: 'code', text };
}

export function strong(text: string): Inline {
  return { kind: 'strong', text };
}

/** Text that a format with colours may colour. */
export function toned(text: string, tone: Tone): Inline {
  return { kind: 'toned', text, tone };
}

/** A file and line. */
export function place(source: SourceRange): Inline {
  return { kind: 'place', source };
}

export function link(text: string, url: string): Inline {
  return { kind: 'link', text, url };
}

export function paragraph(...text: readonly Inline[]): Paragraph {
  return { kind: 'paragraph', text };
}

/** The parts with `between` put between them. */
export function joined(cells: readonly Cell[], between: string): Inline[] {
  return cells.flatMap((cell, index) => [...(index === 0 ? [] : [between]), ...inlines(cell)]);
}
