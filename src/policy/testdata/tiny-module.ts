interface TinyOptions {
  readonly memory?: boolean;
  readonly pages?: number;
  readonly abiVersion?: number;
  /** JSON that `builtins` points to; `entrypoints` points to `{}`. */
  readonly builtins?: string;
}

const I32 = 0x7f;

/**
 * The bytes of a module with just enough of the ABI for the host to look at it (WebAssembly core specification,
 * section 5, binary format): texts at fixed places, and `opa_json_dump` that gives back its argument.
 */
export function tinyModule({
  memory = true,
  pages = 1,
  abiVersion = 1,
  builtins = '{}',
}: TinyOptions): Uint8Array<ArrayBuffer> {
  const noneToI32 = [0x60, 0, 1, I32];
  const i32ToI32 = [0x60, 1, I32, 1, I32];
  return new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, vector([noneToI32, i32ToI32])),
    ...section(2, vector(memory ? [[...name('env'), ...name('memory'), 2, 0, ...leb(pages)]] : [])),
    ...section(3, vector([[0], [0], [0], [1]])),
    ...section(6, vector([[I32, 0, 0x41, ...leb(abiVersion), 0x0b]])),
    ...section(
      7,
      vector([
        [...name('opa_wasm_abi_version'), 3, 0],
        [...name('entrypoints'), 0, 0],
        [...name('builtins'), 0, 1],
        [...name('opa_heap_ptr_get'), 0, 2],
        [...name('opa_json_dump'), 0, 3],
      ]),
    ),
    ...section(10, vector([constant(8), constant(16), constant(32), [4, 0, 0x20, 0, 0x0b]])),
    ...(memory ? section(11, vector([data(8, '{}'), data(16, builtins)])) : []),
  ]);
}

function constant(value: number): number[] {
  return [4, 0, 0x41, ...leb(value), 0x0b];
}

function data(offset: number, text: string): number[] {
  return [0, 0x41, ...leb(offset), 0x0b, ...name(text)];
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...leb(content.length), ...content];
}

function vector(items: readonly (readonly number[])[]): number[] {
  return [...leb(items.length), ...items.flat()];
}

function name(text: string): number[] {
  return [...leb(text.length), ...Buffer.from(text)];
}

/** Unsigned LEB128; the small constants here read the same as signed. */
function leb(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb(value >> 7)];
}
