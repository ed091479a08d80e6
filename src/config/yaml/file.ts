import { SourceText } from '../../model/source.ts';
import { MAX_DOCUMENT_LENGTH, readYaml, type YamlDocument } from './read.ts';

/** Reads the bytes of a YAML or JSON file. Bytes that are not UTF-8 are an error: guessed text is no evidence. */
export function readYamlFile(path: string, bytes: Uint8Array): YamlDocument {
  // Each character takes at most three bytes for one UTF-16 unit: longer files are over the cap for sure.
  if (bytes.length > MAX_DOCUMENT_LENGTH * 3)
    return readYaml(new SourceText(path, ' '.repeat(MAX_DOCUMENT_LENGTH + 1)));
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return readYaml(new SourceText(path, text));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const start = { line: 1, column: 1 };
    const source = { file: path, start, end: start };
    const hint = 'Save the file as UTF-8.';
    const message = 'The file is not UTF-8 text and was not read.';
    return { root: undefined, diagnostics: [{ severity: 'error', code: 'not-utf8', message, source, hint }] };
  }
}
