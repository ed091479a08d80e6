import { createHash } from 'node:crypto';
import { ExpressionError } from '../failure.ts';
import { text } from '../make.ts';
import { type Arguments, type FunctionDefinition, type FunctionTable, stringFunction } from './definition.ts';
import { readFile } from './files.ts';

type Encoding = 'hex' | 'base64';

/** Hashes of texts and of files of the repository. `bcrypt` is not here: it draws a random salt. */
export const HASH: FunctionTable = {
  md5: ofText('md5', 'hex'),
  sha1: ofText('sha1', 'hex'),
  sha256: ofText('sha256', 'hex'),
  sha512: ofText('sha512', 'hex'),
  base64sha256: ofText('sha256', 'base64'),
  base64sha512: ofText('sha512', 'base64'),
  filemd5: ofFile('md5', 'hex'),
  filesha1: ofFile('sha1', 'hex'),
  filesha256: ofFile('sha256', 'hex'),
  filesha512: ofFile('sha512', 'hex'),
  filebase64sha256: ofFile('sha256', 'base64'),
  filebase64sha512: ofFile('sha512', 'base64'),
  uuidv5: stringFunction(['namespace', 'name'], 'string', (args) =>
    text(uuidV5(args.string(0), args.string(1))),
  ),
};

function ofText(algorithm: string, encoding: Encoding): FunctionDefinition {
  return stringFunction(['str'], 'string', (args) =>
    text(createHash(algorithm).update(args.string(0), 'utf8').digest(encoding)),
  );
}

function ofFile(algorithm: string, encoding: Encoding): FunctionDefinition {
  return stringFunction(['path'], 'string', (args: Arguments) => {
    const found = readFile(args);
    return 'kind' in found ? found : text(createHash(algorithm).update(found.bytes).digest(encoding));
  });
}

// The name spaces of RFC 4122, appendix C.
const NAMESPACES: Readonly<Record<string, string>> = {
  dns: '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
  url: '6ba7b811-9dad-11d1-80b4-00c04fd430c8',
  oid: '6ba7b812-9dad-11d1-80b4-00c04fd430c8',
  x500: '6ba7b814-9dad-11d1-80b4-00c04fd430c8',
};

const GROUPS = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const UUID = new RegExp(`(?:(?<=^(?:urn:uuid:)?)${GROUPS}|(?<=^\\{)${GROUPS}\\}|(?<=^)[0-9a-f]{32})$`, 'i');

/** RFC 4122, section 4.3, with SHA-1. */
function uuidV5(namespace: string, name: string): string {
  const base = (Object.hasOwn(NAMESPACES, namespace) ? NAMESPACES[namespace] : undefined) ?? namespace;
  const found = UUID.exec(base);
  if (!found) throw new ExpressionError('"namespace" must be a UUID, or one of dns, url, oid, x500');
  const digits = base.slice(found.index).replace(/[^0-9a-f]/gi, '');
  const hash = createHash('sha1').update(Buffer.from(digits, 'hex')).update(name, 'utf8').digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
