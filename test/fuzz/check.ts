import { openTerraform, ParseCache, readTerraform } from '../../src/iac/terraform/index.ts';
import { parseJsonValues } from '../../src/iac/terraform/syntax/json/parse.ts';
import {
  parseExpressionText,
  parseJson,
  parseNative,
  parseTemplateText,
} from '../../src/iac/terraform/syntax/parse.ts';
import { Scanner } from '../../src/iac/terraform/syntax/scanner.ts';
import { SourceText } from '../../src/model/source.ts';
import { memoryTree } from '../support/memory-tree.ts';
import { checkDiagnostics, checkNode, checkPlaces } from './places.ts';
import { checkPrint } from './print.ts';

/** Tokens that the parser may look at for one of the text: each is read, skipped when it is broken, and both once more. */
const TOKENS_PER_CHARACTER = 12;

/** Throws when reading the text in any of the syntaxes breaks a rule that holds for every text. */
export function checkSyntax(text: string): void {
  const native = withinBudget(text, () => parseNative(new SourceText('main.tf', text)));
  checkPlaces(native);
  checkPrint(native);
  checkPlaces(withinBudget(text, () => parseJson(new SourceText('main.tf.json', text))));
  checkPlaces(withinBudget(text, () => parseJsonValues(new SourceText('x.tfvars.json', text))));
  for (const parse of [parseExpressionText, parseTemplateText]) {
    const source = new SourceText('x', text);
    const { expression, diagnostics } = withinBudget(text, () => parse(source));
    checkNode(expression, 0, text.length);
    checkDiagnostics(source, diagnostics);
  }
}

/** What `run` gives; throws when the scanner is asked for more tokens than a text of this length can need. */
function withinBudget<T>(text: string, run: () => T): T {
  const next = Object.getOwnPropertyDescriptor(Scanner.prototype, 'next')?.value as (this: Scanner) => void;
  let left = 1000 + text.length * TOKENS_PER_CHARACTER;
  Scanner.prototype.next = function (this: Scanner) {
    if (--left < 0) throw new Error('the parser does not come forward');
    next.call(this);
  };
  try {
    return run();
  } finally {
    Scanner.prototype.next = next;
  }
}

/** Throws when a module with this file cannot be evaluated, or says something about a place that is not there. */
export function checkModule(name: string, content: string | Uint8Array): void {
  const path = name.slice(name.lastIndexOf('/') + 1);
  const files = {
    [path]: content,
    'other.tf':
      'provider "x" {}\nvariable "n" {\n  type = any\n}\nmodule "m" {\n  source = "./m"\n  n = var.n\n}\n',
    'm/main.tf':
      'variable "n" {}\nresource "x_y" "inner" {\n  n = var.n\n}\noutput "o" {\n  value = x_y.inner\n}\n',
  };
  const tree = memoryTree(files);
  const { diagnostics } = readTerraform(
    openTerraform(tree, { projects: [], exclude: [], cache: new ParseCache() }),
  );
  for (const { message, source } of diagnostics) {
    if (source !== undefined && tree.blobId(source.file) === undefined) {
      throw new Error(`${source.file} is not there: ${message}`);
    }
  }
}
