import { FetchProblem } from '../fetch-problem.ts';

/** A line of data, or one of the marks between lines (gitprotocol-common, "pkt-line Format"). */
export type Packet =
  { readonly kind: 'data'; readonly data: Uint8Array } | { readonly kind: 'flush' | 'delimiter' };

/** The packets of an answer. Throws FetchProblem when it is cut off or no packet line. */
export function* packets(bytes: Uint8Array): Generator<Packet> {
  for (let at = 0; at < bytes.length;) {
    const header = Buffer.from(bytes.subarray(at, at + 4)).toString('latin1');
    if (!/^[0-9a-f]{4}$/i.test(header)) throw new FetchProblem('The answer is not in the protocol of git.');
    const length = Number.parseInt(header, 16);
    if (length < 4) {
      yield { kind: length === 0 || length === 2 ? 'flush' : 'delimiter' };
      at += 4;
      continue;
    }
    if (at + length > bytes.length) throw new FetchProblem('The answer of the git server is cut off.');
    yield { kind: 'data', data: bytes.subarray(at + 4, at + length) };
    at += length;
  }
}

/** The texts of an answer's lines without their newlines, up to the first flush. An `ERR` line is thrown as FetchProblem. */
export function* lines(bytes: Uint8Array): Generator<string> {
  for (const packet of packets(bytes)) {
    if (packet.kind !== 'data') return;
    yield lineOf(packet.data);
  }
}

/** The text of one line. Throws FetchProblem for one that says that the server refuses. */
export function lineOf(data: Uint8Array): string {
  const text = Buffer.from(data).toString('utf8').replace(/\n$/, '');
  if (!text.startsWith('ERR ')) return text;
  // It is shown: one line of it, without control characters.
  const said = text
    .slice(4, 304)
    .replace(/[\p{Cc}\ufffd]+/gu, ' ')
    .trim();
  throw new FetchProblem(`The git server refuses: ${said}`);
}

/** A request in protocol version 2: a command, capabilities and arguments (gitprotocol-v2, "Command Request"). */
export function commandRequest(
  command: string,
  capabilities: readonly string[],
  args: readonly string[],
): Uint8Array<ArrayBuffer> {
  const head = [`command=${command}`, ...capabilities].map(packetLine);
  return new Uint8Array(Buffer.from(`${head.join('')}0001${args.map(packetLine).join('')}0000`));
}

function packetLine(text: string): string {
  const length = Buffer.byteLength(text) + 5;
  return `${length.toString(16).padStart(4, '0')}${text}\n`;
}
