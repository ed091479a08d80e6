import { crc32 } from '../crc32.ts';

/** An entry of an archive that no honest program would make. */
export interface HostileEntry {
  readonly name: string | Uint8Array;
  readonly text: string;
  /** The size that a zip archive says. */
  readonly size?: number;
  /** Of a zip archive the system that it says it was made on, 3 for Unix, and the mode of the file there. */
  readonly madeOn?: number;
  readonly mode?: number;
  /** The type of a tar archive's entry, and where a link leads. */
  readonly type?: string;
  readonly target?: string;
}

/** A zip archive with these entries, stored as they are. */
export function zipOf(entries: readonly HostileEntry[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, text, size, madeOn = 3, mode = 0 } of entries) {
    const [bytes, content] = [Buffer.from(name), Buffer.from(text)];
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(content.length, 14);
    fields.writeUInt32LE(size ?? content.length, 18);
    fields.writeUInt16LE(bytes.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, bytes, content]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(mode * 2 ** 16, 6);
    rest.writeUInt32LE(at, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, madeOn]), fields, rest, bytes]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** A tar archive with these entries. */
export function tarOf(entries: readonly HostileEntry[]): Buffer {
  const blocks = entries.flatMap(({ name, text, type = '0', target = '' }) => {
    const content = Buffer.from(text);
    const header = Buffer.alloc(512);
    header.set(Buffer.from(name), 0);
    header.write(content.length.toString(8).padStart(11, '0'), 124);
    header.write(' '.repeat(8), 148);
    header.write(type, 156);
    header.write(target, 157);
    header.write('ustar\x0000', 257, 'latin1');
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    return [header, content, Buffer.alloc((512 - (content.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}
