import { COLUMN, type ColumnName, COLUMNS } from './columns.ts';

/** One row, whatever the form of its file: where the texts of the columns lie. It holds only until the next row. */
export class Fields {
  bytes: Buffer = Buffer.alloc(0);
  /** Columns that a row of the file can have. */
  present: readonly number[] = COLUMNS.map((_, column) => column);
  readonly starts = new Int32Array(COLUMNS.length);
  /** As `starts` where a column has no value. */
  readonly ends = new Int32Array(COLUMNS.length);

  clear(): void {
    this.starts.fill(0);
    this.ends.fill(0);
  }

  has(column: number): boolean {
    return this.ends[column] !== this.starts[column];
  }

  /** Whether a column has exactly this text. */
  is(column: number, text: string): boolean {
    const start = this.starts[column] ?? 0;
    const end = this.ends[column] ?? 0;
    // ASCII is compared byte by byte, anything else as text.
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code >= 0x80) return this.bytes.toString('utf8', start, end) === text;
      if (this.bytes[start + at] !== code) return false;
    }
    return end - start === text.length;
  }

  text(name: ColumnName): string {
    const column = COLUMN[name];
    return this.bytes.toString('utf8', this.starts[column], this.ends[column]);
  }
}
