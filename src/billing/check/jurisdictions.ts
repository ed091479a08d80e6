import { itemsOf, nodeAt, textOf } from '../../config/yaml/access.ts';
import { quoted } from '../../config/yaml/wording.ts';
import { isCountry, isoCountry } from '../../lib/countries.ts';
import { decimal } from '../../lib/decimal.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DocumentNode } from '../../model/node.ts';
import { errorAt } from '../diagnostics.ts';

/** Where customers are taxed is a country that there is, or a part of one, and no tax is more than the price. */
export function checkJurisdictions(root: DocumentNode): Diagnostic[] {
  const [bindings, rows] = [itemsOf(nodeAt(root, 'bindings')), itemsOf(nodeAt(root, 'rows'))];
  return [...bindings, ...rows].flatMap((item) => [
    ...country(nodeAt(item, 'jurisdiction')),
    ...rate(nodeAt(item, 'rate')),
  ]);
}

function country(node: DocumentNode | undefined): Diagnostic[] {
  const code = textOf(node)?.slice(0, 2);
  if (node === undefined || code === undefined || isCountry(code)) return [];
  const meant = isoCountry(code);
  const hint =
    meant === undefined
      ? 'Write the code of ISO 3166-1, such as DE or US-CA.'
      : `Write ${meant}, as ISO 3166-1 has it.`;
  return [errorAt(node.span, 'unknown-country', `There is no country ${quoted(code)}.`, hint)];
}

function rate(node: DocumentNode | undefined): Diagnostic[] {
  const text = textOf(node);
  if (node === undefined || text === undefined || !decimal(text).gt('100')) return [];
  const hint = 'A rate is in percent: write 19 for 19 percent.';
  return [errorAt(node.span, 'tax-rate', `A tax of ${text} percent is more than the price itself.`, hint)];
}
