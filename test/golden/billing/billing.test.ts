import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';

import { readBillingFile } from '../../../src/billing/read.ts';
import { toPlain } from '../../../src/config/yaml/plain.ts';
import { publishedSchema } from '../../../src/config/schemas.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

function filesIn(folder: string): string[] {
  return readdirSync(`${here}${folder}`).filter((name) => !name.endsWith('.txt'));
}

const read = (folder: string, name: string) =>
  readBillingFile(name, readFileSync(`${here}${folder}/${name}`));

function line({ source, code, message, hint }: Diagnostic): string {
  const place = `${source?.file ?? ''}:${String(source?.start.line)}:${String(source?.start.column)}`;
  return `${place} ${code}\n  ${message}\n${hint === undefined ? '' : `  ${hint}\n`}`;
}

describe('valid billing files', () => {
  const valid = filesIn('valid');

  it.each(valid)('%s', (name) => {
    const { document, diagnostics } = read('valid', name);
    expect(diagnostics).toEqual([]);
    expect(document?.file).toBe(name);
  });

  it('are all valid for a general validator of the published schema', () => {
    const check = new Ajv2020({ validateFormats: false, strict: false }).compile(
      publishedSchema('billing-profile'),
    );
    const refused = valid.filter((name) => {
      const { document } = read('valid', name);
      return document === undefined || !check(JSON.parse(JSON.stringify(toPlain(document.root))));
    });
    expect(refused).toEqual([]);
  });
});

describe('invalid billing files', () => {
  it.each(filesIn('invalid'))('%s', async (name) => {
    const { document, diagnostics } = read('invalid', name);
    expect(document).toBeUndefined();
    await expect(diagnostics.map(line).join('')).toMatchFileSnapshot(
      `invalid/${name.replace(/\.yaml$/, '.txt')}`,
    );
  });
});
