import { gunzipSync } from 'node:zlib';
import type { Value } from '../../../../model/value.ts';
import { ExpressionError, LimitError } from '../failure.ts';
import { fromJson, toJson } from '../json.ts';
import { MAX_STRING } from '../limits.ts';
import { text, unknown } from '../make.ts';
import { fromBase64, utf8Text } from './bytes.ts';
import { type Arguments, type FunctionTable, stringFunction } from './definition.ts';
import { decodedText, encodedText } from './text-encoding.ts';
import { decodeCsv } from './csv.ts';
import { decodeYaml } from './yaml-decode.ts';
import { encodeYaml } from './yaml-encode.ts';

const ANYTHING = { name: 'val', type: 'any', nullable: true } as const;

/** Functions that write values as text and read them back. */
export const ENCODING: FunctionTable = {
  jsonencode: { parameters: [ANYTHING], returns: 'string', call: (args) => text(toJson(args.value(0))) },
  jsondecode: stringFunction(['str'], 'any', (args) => fromJson(args.string(0))),
  yamlencode: { parameters: [ANYTHING], returns: 'string', call: (args) => text(encodeYaml(args.value(0))) },
  yamldecode: stringFunction(['src'], 'any', (args) => decodeYaml(args.string(0))),
  csvdecode: stringFunction(['str'], 'any', (args) => decodeCsv(args.string(0))),
  base64encode: stringFunction(['str'], 'string', (args) =>
    text(Buffer.from(args.string(0)).toString('base64')),
  ),
  base64decode: stringFunction(['str'], 'string', (args) =>
    text(utf8Text(fromBase64(args.string(0)), 'the result')),
  ),
  base64gzip: stringFunction(['str'], 'string', () =>
    unknown('unsupported-function', { detail: 'base64gzip()', type: 'string' }),
  ),
  base64gunzip: stringFunction(['str'], 'string', gunzip),
  textencodebase64: stringFunction(['string', 'encoding'], 'string', (args) =>
    encodedText(args.string(0), args.string(1)),
  ),
  textdecodebase64: stringFunction(['source', 'encoding'], 'string', (args) =>
    decodedText(fromBase64(args.string(0)), args.string(1)),
  ),
  urlencode: stringFunction(['str'], 'string', (args) => text(urlEncode(args.string(0)))),
  urldecode: stringFunction(['str'], 'string', urlDecode),
};

function gunzip(args: Arguments): Value {
  const packed = fromBase64(args.string(0));
  let bytes: Buffer;
  try {
    bytes = gunzipSync(packed, { maxOutputLength: MAX_STRING });
  } catch (error) {
    if (error instanceof RangeError)
      throw new LimitError(`a string would have more than ${MAX_STRING} characters`);
    throw new ExpressionError('this is not valid gzip data');
  }
  return text(utf8Text(bytes, 'the result'));
}

/** As Go's `url.QueryEscape`: a space becomes `+`; only letters, digits and `-_.~` stay. */
function urlEncode(source: string): string {
  const escaped = encodeURIComponent(source.toWellFormed());
  return escaped
    .replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

/** As Go's `url.QueryUnescape`; bytes that are no UTF-8 become the replacement character. */
function urlDecode(args: Arguments): Value {
  const source = args.string(0).replaceAll('+', ' ');
  if (/%(?![0-9A-Fa-f]{2})/.test(source)) throw new ExpressionError('this is not valid URL encoding');
  const parts = source.split(/((?:%[0-9A-Fa-f]{2})+)/);
  const bytes = parts.map((part, i) =>
    i % 2 === 1 ? Buffer.from(part.replaceAll('%', ''), 'hex') : Buffer.from(part, 'utf8'),
  );
  return text(Buffer.concat(bytes).toString('utf8').normalize('NFC'));
}
