import type { Value } from '../../../model/value.ts';
import { ExpressionError } from '../../terraform/evaluate/failure.ts';
import type { Arguments, FunctionTable } from '../../terraform/evaluate/functions/definition.ts';
import { toJson } from '../../terraform/evaluate/json.ts';
import { text, unknown } from '../../terraform/evaluate/make.ts';
import { folderOf, inFolder } from '../../terraform/module/source/folders.ts';
import { decodeText } from '../../terraform/module/source/decode.ts';
import type { ConfigFile } from '../config-file.ts';
import { mergedConfig } from '../merge.ts';
import { configNames, isStackFile, isValuesFile } from '../names.ts';
import { repositoryPath } from '../virtual-path.ts';
import { texts } from './variadic.ts';

/** Functions that read other configurations and files of values. */
export function readFunctions(config: ConfigFile): FunctionTable {
  return {
    read_terragrunt_config: {
      parameters: [{ name: 'path', type: 'string' }],
      variadic: { name: 'default', type: 'any', nullable: true, accepts: 'anything' },
      returns: 'any',
      call: (args) => readConfig(config, args),
    },
    read_tfvars_file: texts(1, 1, (args) => readValues(config, args.string(0))),
  };
}

/** Another configuration as an object of all that it says, or the second argument when there is none. */
function readConfig(config: ConfigFile, args: Arguments): Value {
  const written = args.string(0);
  const named = repositoryPath(folderOf(config.part.config), written);
  const path = named === undefined ? undefined : fileAt(config, named);
  if (path === undefined) {
    if (args.values.length > 1) return args.value(1);
    if (named === undefined) return unknown('file-not-in-repository', { detail: written.slice(0, 200) });
    throw new ExpressionError(`there is no configuration ${JSON.stringify(written)}`);
  }
  if (isStackFile(path))
    return unknown('unsupported-function', { detail: 'read_terragrunt_config() of a stack' });
  if (isValuesFile(path)) return valuesOf(config, path);
  // Two readers of one file see the same: its functions speak of its own folder and of the unit's.
  const known = config.reading.configs.get(path);
  if (known !== undefined) return known;
  const found = config.reading.within(path, () =>
    mergedConfig(config.open({ path, config: path, isIncluded: false })),
  );
  if ('problem' in found) throw new ExpressionError(found.problem);
  config.reading.configs.set(path, found.value);
  return found.value;
}

/** A file itself, or the configuration of a folder. */
function fileAt({ reading }: ConfigFile, path: string): string | undefined {
  if (reading.has(path)) return path;
  return configNames()
    .map((name) => inFolder(path, name))
    .find((file) => reading.has(file));
}

/** The values of a `.tfvars` file as JSON. */
function readValues(config: ConfigFile, written: string): Value {
  const path = repositoryPath(folderOf(config.part.config), written);
  if (path === undefined || !config.reading.has(path)) {
    return unknown('file-not-in-repository', { detail: written.slice(0, 200), type: 'string' });
  }
  if (!path.endsWith('json')) return text(toJson(valuesOf(config, path)));
  const decoded = decodeText(config.reading.files.read(path) ?? new Uint8Array());
  if ('problem' in decoded) throw new ExpressionError('the file is not text in UTF-8');
  return text(decoded.text);
}

function valuesOf(config: ConfigFile, path: string): Value {
  const values = config.open({ path, config: config.part.config, isIncluded: true });
  return values.body(values.file.body);
}
