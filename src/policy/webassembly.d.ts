/** The part of the WebAssembly JavaScript interface that the host uses: Node has it, its type package does not. */
declare namespace WebAssembly {
  type Module = object;
  const Module: new (bytes: Uint8Array<ArrayBuffer>) => Module;
  class Memory {
    constructor(descriptor: { initial: number; maximum: number });
    readonly buffer: ArrayBuffer;
  }
  class Instance {
    constructor(module: Module, imports: { env: Readonly<Record<string, unknown>> });
    readonly exports: unknown;
  }
  interface Global {
    readonly value: unknown;
  }
}
