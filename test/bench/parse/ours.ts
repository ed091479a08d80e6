import { parseNative } from '../../../src/iac/terraform/syntax/parse.ts';
import { SourceText } from '../../../src/model/source.ts';
import { measureRounds } from './worker.ts';

await measureRounds((path, text) => parseNative(new SourceText(path, text)));
