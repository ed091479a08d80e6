import { importedMemoryPages, pagesFor, roomFor } from './abi-memory.ts';
import { checkDepth } from './json-depth.ts';
import { abortError, PolicyError } from './policy-error.ts';

/** 512 MiB: what one evaluation may take before it is given up. */
const MAXIMUM_PAGES = 8192;

/** The part of the ABI that is used: Open Policy Agent, "WebAssembly", ABI version 1.x. */
interface Abi {
  readonly opa_wasm_abi_version: WebAssembly.Global;
  entrypoints(): number;
  builtins(): number;
  eval(context: number): number;
  opa_malloc(size: number): number;
  opa_json_parse(address: number, length: number): number;
  opa_json_dump(value: number): number;
  opa_heap_ptr_get(): number;
  opa_heap_ptr_set(address: number): void;
  opa_eval_ctx_new(): number;
  opa_eval_ctx_set_input(context: number, value: number): void;
  opa_eval_ctx_set_data(context: number, value: number): void;
  opa_eval_ctx_set_entrypoint(context: number, entrypoint: number): void;
  opa_eval_ctx_get_result(context: number): number;
}

interface Instance {
  readonly abi: Abi;
  readonly memory: WebAssembly.Memory;
  readonly data: number;
  /** Where the heap begins after data: each evaluation starts there. */
  readonly heap: number;
}

/**
 * Runs a policy module that Open Policy Agent compiled to WebAssembly. Input and data are JSON texts, so that
 * decimals stay exact. Every failure is a PolicyError; after one the next evaluation starts with a fresh instance.
 */
export class PolicyHost {
  readonly #module: WebAssembly.Module;
  readonly #modulePages: number;
  readonly #maximumPages: number;
  readonly #entrypoints: ReadonlyMap<string, number>;
  #instance: Instance | undefined;
  #data = '{}';

  /** Throws PolicyError for bytes that are no such module, or one that needs a builtin of the host. */
  constructor(bytes: Uint8Array<ArrayBuffer>, maximumPages = MAXIMUM_PAGES) {
    this.#maximumPages = maximumPages;
    this.#module = compile(bytes);
    this.#modulePages = importedMemoryPages(bytes);
    const instance = this.#start(0);
    refuseBuiltins(instance);
    const entrypoints = readValue(instance, instance.abi.entrypoints()) as Record<string, number>;
    this.#entrypoints = new Map(Object.entries(entrypoints));
  }

  /** The document behind `data`, from its JSON text. */
  setData(json: string): void {
    checkDepth(json);
    this.#data = json;
    this.#instance = undefined;
  }

  /** What each entrypoint, such as `a/b/deny`, says of one input. Undefined where a rule has no value. */
  evaluate(entrypoints: readonly string[], input: string): unknown[] {
    checkDepth(input);
    try {
      const instance = this.#ready(Buffer.byteLength(input));
      instance.abi.opa_heap_ptr_set(instance.heap);
      const value = parse(instance, input);
      return entrypoints.map((name) => this.#evaluate(instance, name, value));
    } catch (error) {
      this.#instance = undefined;
      throw typed(error);
    }
  }

  #evaluate({ abi, memory, data }: Instance, name: string, input: number): unknown {
    const entrypoint = this.#entrypoints.get(name);
    if (entrypoint === undefined) throw new PolicyError('module', `The policy module has no rule ${name}.`);
    const context = abi.opa_eval_ctx_new();
    abi.opa_eval_ctx_set_input(context, input);
    abi.opa_eval_ctx_set_data(context, data);
    abi.opa_eval_ctx_set_entrypoint(context, entrypoint);
    abi.eval(context);
    const rows = readValue({ abi, memory }, abi.opa_eval_ctx_get_result(context)) as { result: unknown }[];
    return rows[0]?.result;
  }

  /** An instance with the data loaded, and with room for an input of that size. */
  #ready(inputBytes: number): Instance {
    const now = this.#instance;
    if (now !== undefined && roomFor(inputBytes) <= now.memory.buffer.byteLength - now.heap) return now;
    return (this.#instance = this.#load(inputBytes));
  }

  #load(inputBytes: number): Instance {
    const instance = this.#start(Buffer.byteLength(this.#data) + inputBytes);
    const data = parse(instance, this.#data);
    return { ...instance, data, heap: instance.abi.opa_heap_ptr_get() };
  }

  #start(jsonBytes: number): Instance {
    const initial = pagesFor(this.#modulePages, jsonBytes);
    if (initial > this.#maximumPages) {
      throw new PolicyError('memory', `The policy input is too large: ${jsonBytes} bytes.`);
    }
    const memory = new WebAssembly.Memory({ initial, maximum: this.#maximumPages });
    const abi = instantiate(this.#module, memory);
    return { abi, memory, data: 0, heap: abi.opa_heap_ptr_get() };
  }
}

function compile(bytes: Uint8Array<ArrayBuffer>): WebAssembly.Module {
  try {
    return new WebAssembly.Module(bytes);
  } catch (error) {
    throw new PolicyError('module', 'The policy module is not valid WebAssembly.', { cause: error });
  }
}

function instantiate(module: WebAssembly.Module, memory: WebAssembly.Memory): Abi {
  const abort = (address: number) => {
    throw abortError(readText(memory, address));
  };
  const builtin = () => {
    throw new PolicyError('module', 'The policy module called a builtin of the host: there is none.');
  };
  const env: Record<string, unknown> = { memory, opa_abort: abort, opa_println: () => undefined };
  for (let arity = 0; arity <= 4; arity++) env[`opa_builtin${arity}`] = builtin;
  try {
    const abi = new WebAssembly.Instance(module, { env }).exports as Abi;
    if (abi.opa_wasm_abi_version.value === 1) return abi;
  } catch (error) {
    throw new PolicyError('module', 'The policy module does not fit this host.', { cause: error });
  }
  throw new PolicyError('module', 'The policy module has another ABI version than 1.');
}

function refuseBuiltins(instance: Instance): void {
  const names = Object.keys(readValue(instance, instance.abi.builtins()) as object).sort();
  if (names.length > 0) {
    throw new PolicyError(
      'module',
      `The policy module needs builtins that are not there: ${names.join(', ')}.`,
    );
  }
}

/** Writes a JSON text and has the engine parse it. What it cannot parse would count as undefined: refused. */
function parse({ abi, memory }: Instance, json: string): number {
  const length = Buffer.byteLength(json);
  const address = abi.opa_malloc(length);
  Buffer.from(memory.buffer, address, length).write(json);
  const value = abi.opa_json_parse(address, length);
  if (value === 0) throw new PolicyError('input', 'The policy engine could not read its input.');
  return value;
}

function readValue({ abi, memory }: Pick<Instance, 'abi' | 'memory'>, value: number): unknown {
  return JSON.parse(readText(memory, abi.opa_json_dump(value)));
}

function readText(memory: WebAssembly.Memory, address: number): string {
  const bytes = Buffer.from(memory.buffer);
  return bytes.toString('utf8', address, bytes.indexOf(0, address));
}

/** Traps of WebAssembly, such as an exhausted stack, come as errors of the engine: they get our type. */
function typed(error: unknown): PolicyError {
  if (error instanceof PolicyError) return error;
  const text = error instanceof Error ? error.message : String(error);
  return new PolicyError('evaluation', `The policy engine stopped: ${text}.`, { cause: error });
}
