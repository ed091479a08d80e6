import { PolicyError } from './policy-error.ts';

/** One page of WebAssembly memory in bytes. */
const PAGE = 65_536;

/** Memory that the engine needs for one byte of JSON, with room to work: measured, rounded up. */
const BYTES_PER_JSON_BYTE = 12;

/** Room for many small inputs, one after the other: 1 MiB. */
const SPARE_PAGES = 16;

const IMPORT_SECTION = 2;
const MEMORY_IMPORT = 2;

/** Bytes of memory that the engine is likely to need for a JSON text. */
export function roomFor(jsonBytes: number): number {
  return jsonBytes * BYTES_PER_JSON_BYTE;
}

/**
 * How many pages to start with: the module's own minimum and room for the JSON. Enough from the start matters,
 * because the engine otherwise grows its memory in many small steps, each of which is slow.
 */
export function pagesFor(modulePages: number, jsonBytes: number): number {
  return modulePages + SPARE_PAGES + Math.ceil(roomFor(jsonBytes) / PAGE);
}

/**
 * The least number of pages that a module demands of the memory that it imports. JavaScript cannot ask a compiled
 * module for it, so it is read from the binary (WebAssembly core specification, section 5.5.5, import section).
 * The bytes must be a valid module. Throws PolicyError when it imports no memory.
 */
export function importedMemoryPages(bytes: Uint8Array): number {
  const reader = new Reader(bytes, 8);
  while (reader.at < bytes.length) {
    const id = reader.byte();
    const end = reader.unsigned() + reader.at;
    if (id === IMPORT_SECTION) return memoryOf(reader);
    reader.at = end;
  }
  throw noMemory();
}

function memoryOf(reader: Reader): number {
  for (let left = reader.unsigned(); left > 0; left--) {
    reader.skipName();
    reader.skipName();
    const kind = reader.byte();
    if (kind === MEMORY_IMPORT) {
      reader.byte();
      return reader.unsigned();
    }
    skipDescription(reader, kind);
  }
  throw noMemory();
}

/** Function: a type index. Table: element type and limits. Global: value type and mutability. */
function skipDescription(reader: Reader, kind: number): void {
  if (kind === 0) reader.unsigned();
  else if (kind === 1) {
    reader.byte();
    const limits = reader.byte();
    reader.unsigned();
    if (limits === 1) reader.unsigned();
  } else reader.at += 2;
}

function noMemory(): PolicyError {
  return new PolicyError('module', 'The policy module imports no memory: it was not made for this host.');
}

class Reader {
  readonly #bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  byte(): number {
    return this.#bytes[this.at++] ?? 0;
  }

  /** LEB128, at most 32 bits. */
  unsigned(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    return value;
  }

  skipName(): void {
    const length = this.unsigned();
    this.at += length;
  }
}
