import { describe, expect, it } from 'vitest';
import { SourceText } from '../../../../model/source.ts';
import { MAX_ERRORS, MAX_VALUES } from '../limits.ts';
import { json, showBody, showDiagnostics } from '../testing/show.ts';
import { parseJsonValues } from './parse.ts';

describe('JSON syntax', () => {
  it.each([
    [
      'labels are levels of objects',
      '{"resource": {"aws_vpc": {"a": {"x": 1}, "b": {"y": 2}}}}',
      '{resource "aws_vpc" "a" {x = 1}; resource "aws_vpc" "b" {y = 2}}',
    ],
    [
      'arrays stand for all their objects',
      '[{"provider": {"aws": [{"region": "a"}, {"region": "b"}]}}, {"resource": [{"t": [{"n": {}}]}]}]',
      '{provider "aws" {region = "a"}; provider "aws" {region = "b"}; resource "t" "n" {}}',
    ],
    [
      'repeated names are kept in order',
      '{"variable": {"b": {}}, "locals": {"x": 1}, "variable": {"a": {}}}',
      '{variable "b" {}; locals {x = 1}; variable "a" {}}',
    ],
    [
      'blocks of a provider stay arguments',
      '{"resource": {"t": {"n": {"ingress": [{"port": 80}], "lifecycle": {"ignore_changes": ["x"]}}}}}',
      '{resource "t" "n" {ingress = [{"port"=80}]; lifecycle {ignore_changes = ["x"]}}}',
    ],
    [
      'blocks of the language nest',
      '{"terraform": {"required_providers": {"aws": {"source": "x"}}, "backend": {"s3": {"key": "k"}}}}',
      '{terraform {required_providers {aws = {"source"="x"}}; backend "s3" {key = "k"}}}',
    ],
    [
      'dynamic blocks',
      '{"resource": {"t": {"n": {"dynamic": {"ingress": {"for_each": [1], "content": {"port": "${ingress.value}"}}}}}}}',
      '{resource "t" "n" {dynamic "ingress" {for_each = [1]; content {port = (template ingress.value)}}}}',
    ],
    [
      '"//" is a comment in a body',
      '{"//": 1, "resource": {"t": {"n": {"//": 3, "a": {"//": 4}}}}}',
      '{resource "t" "n" {a = {"//"=4}}}',
    ],
    ['null is no block', '{"locals": null, "module": {"m": null}}', '{}'],
    [
      'null in a list is an empty block',
      '{"provider": {"aws": [null, {"a": 1}]}}',
      '{provider "aws" {}; provider "aws" {a = 1}}',
    ],
    [
      'lists in lists are one body',
      '{"provider": {"aws": [[{"a": 1}, {"b": 2}]]}}',
      '{provider "aws" {a = 1; b = 2}}',
    ],
    [
      'strings that may refer to nothing are no templates',
      '{"variable": {"v": {"default": {"${k}": "${x"}, "description": "%{"}}, "output": {"o": {"value": "${x}", "description": "${"}}}',
      '{variable "v" {default = {"${k}"="${x"}; description = "%{"}; output "o" {value = (template x); description = "${"}}',
    ],
    ['half a surrogate pair is replaced', '{"locals": {"a": "\\ud800x"}}', '{locals {a = "\uFFFDx"}}'],
    [
      'scalars',
      '{"locals": {"a": true, "b": null, "c": -12.50, "d": 12345678901234567890, "e": 1E2, "f": "x\\n\\u00e9"}}',
      '{locals {a = true; b = null; c = -12.5; d = 12345678901234567890; e = 100; f = "x\\né"}}',
    ],
    [
      'strings are templates, keys too',
      '{"locals": {"a": {"${k}": "x${f(\\"y\\")}z", "$${no}": "%{ if a }b%{ endif }"}}}',
      '{locals {a = {(template k)=(template "x" (f "y") "z") "${no}"=(template (if a "b" else))}}}',
    ],
    ['arguments of unknown blocks', '{"whatever": {"a": 1}}', '{whatever = {"a"=1}}'],
  ])('%s', (_name, text, tree) => {
    const file = json(text);
    expect(showDiagnostics(file.diagnostics)).toEqual([]);
    expect(showBody(file.body)).toBe(tree);
  });

  it.each([
    ['{"a": 1, "a": 2}', ['1:10 "a" is set twice in this object; the first one holds.'], '{a = 1}'],
    [
      '{"locals": [1, {"a": 2}]}',
      ['1:13 Expected an object, or an array of objects.'],
      '{locals {…}; locals {a = 2}}',
    ],
    ['{"locals": 1, "a": 2}', ['1:12 Expected an object, or an array of objects.'], '{a = 2; …}'],
    ['[1, {"a": 2}]', ['1:2 Expected an object, or an array of objects.'], '{a = 2; …}'],
    ['1', ['1:1 Expected an object at the top.'], '{…}'],
    ['\uFEFF{"a": 1}', ['1:1 A JSON file cannot start with a byte order mark.'], '{a = 1}'],
    [
      '{"resource": {"t": {"//": "c", "n": {}}}}',
      ['1:27 Expected an object, or an array of objects.'],
      '{resource "t" "n" {}; …}',
    ],
    [
      '{"resource": {"t": null}}',
      ['1:20 Expected an object whose property names are labels of "resource" blocks.'],
      '{…}',
    ],
    [
      '{"module": {}}',
      ['1:12 Expected an object whose property names are labels of "module" blocks.'],
      '{…}',
    ],
    [
      '{"a": {"b": 1, "b": 2}}',
      ['1:16 "b" is set twice in this object; the first one holds.'],
      '{a = {"b"=1}}',
    ],
    ['{"a": "x${"}', ['1:11 Expected a value, found the end of the file.'], '{a = invalid}'],
    [
      '{"a": "\\"${b c}"}',
      ['1:14 Expected "}" at the end of the interpolation, found "c".'],
      '{a = invalid}',
    ],
    ['{"a": 1e5000}', ['1:7 This number is out of the range that is read.'], '{a = invalid}'],
    ['{"a": 1', ['1:8 Expected "," or "}", found the end of the file.'], '{a = 1; …}'],
    ['{"a": 1,}', ['1:9 Expected a property name in double quotes, found something else.'], '{a = 1; …}'],
    ['{"a": 1} x', ['1:10 Expected the end of the file, found something else.'], '{a = 1; …}'],
    ['{"a": 01}', ['1:8 Expected "," or "}", found something else.'], '{a = 0; …}'],
    ['{"a": "\\x"}', ['1:7 This string has a backslash sequence that JSON does not know.'], '{…}'],
    ['{"a": "x\n"}', ['1:9 Expected a closing quote, found something else.'], '{…}'],
    ['', ['1:1 Expected a JSON value, found the end of the file.'], '{…}'],
    [
      '{"resource": {"t": {"n": {"a": 1}}, "u": {"m": {"b": 2, "c": oops}}}}',
      ['1:62 Expected a JSON value, found something else.'],
      '{resource "t" "n" {a = 1}; …}',
    ],
  ])('reports %s', (text, messages, tree) => {
    const file = json(text);
    expect(showDiagnostics(file.diagnostics)).toEqual(messages);
    expect(showBody(file.body)).toBe(tree);
  });

  it('lists so many errors, and reads so many values', () => {
    const repeated = json(`{"a": 0, ${'"a": 1, '.repeat(2000)}"b": 2}`);
    expect(repeated.diagnostics).toHaveLength(MAX_ERRORS + 1);
    expect(repeated.diagnostics.at(-1)).toMatchObject({
      code: 'hcl-limit',
      message: `The errors from here on are not listed, after ${MAX_ERRORS}.`,
    });
    expect(showBody(repeated.body)).toBe('{a = 0; b = 2}');
    const file = json(`{"a": [${'1,'.repeat(MAX_VALUES)}1]}`);
    expect(file.diagnostics.map(({ message }) => message)).toEqual([
      `More than ${MAX_VALUES} values are not read.`,
    ]);
  });

  it('reads files of values: one object, and strings as they stand', () => {
    const values = (text: string) => parseJsonValues(new SourceText('x.tfvars.json', text));
    const { body, diagnostics } = values('{"//": 1, "resource": {"a": "${x}"}, "b": [1, "%{"], "b": 2}');
    expect(showBody(body)).toBe('{resource = {"a"="${x}"}; b = [1 "%{"]}');
    expect(showDiagnostics(diagnostics)).toEqual([
      '1:54 "b" is set twice in this object; the first one holds.',
    ]);
    expect(showDiagnostics(values('[{"a": 1}]').diagnostics)).toEqual([
      '1:1 Expected one object at the top.',
    ]);
  });

  it('has the offsets of the file, behind escapes too', () => {
    const text = '{\n  "locals": {"a": "\\"\\u00e9 ${b[\\"k\\"].c} d", "e": "${f}"}}';
    const [locals] = json(text).body.blocks;
    const [first, second] = locals?.body.attributes ?? [];
    if (first?.value.kind !== 'template' || second?.value.kind !== 'template') throw new Error('not read');
    const cut = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    expect(cut(first)).toBe('"a": "\\"\\u00e9 ${b[\\"k\\"].c} d"');
    expect(first.value.parts.map(cut)).toEqual(['\\"\\u00e9 ', '${b[\\"k\\"].c}', ' d']);
    const [, interpolation] = first.value.parts;
    if (interpolation?.kind !== 'interpolation') throw new Error('not read');
    expect(cut(interpolation.expression)).toBe('b[\\"k\\"].c');
    expect(second.value.parts.map(cut)).toEqual(['${f}']);
    expect(text.slice(locals?.start, locals?.headerEnd)).toBe('"locals"');
  });
});
