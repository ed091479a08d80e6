import { describe, expect, it } from 'vitest';
import { SourceText } from '../../../../model/source.ts';
import { parseTemplateText } from '../parse.ts';
import { native, show, showBody, showDiagnostics, shown } from '../testing/show.ts';

describe('quoted strings', () => {
  it.each([
    ['""', '""'],
    ['"a b"', '"a b"'],
    [String.raw`"\n\r\t\"\\\u00e9\U0001F600"`, JSON.stringify('\n\r\t"\\é😀')],
    ['"$ % $a %b $$ %% {}"', '"$ % $a %b $$ %% {}"'],
    ['"$${a} %%{b}"', '"${a} %{b}"'],
    ['"$$${a}"', '"$${a}"'],
    ['"${a}"', '(template a)'],
    ['"${a}${b}"', '(template a b)'],
    ['"x${ {a = 1}.a }y"', '(template "x" ({a=1}).a "y")'],
    ['"${"${"a"}"}"', '(template (template "a"))'],
    ['"${\n a\n}"', '(template a)'],
    ['"a  ${~ b ~}  c"', '(template "a" b "c")'],
    ['"a\\n ${~ b}"', '(template "a" b)'],
    ['"${a ~} "', '(template a "")'],
    ['"${a ~}${b} c"', '(template a b " c")'],
    ['"%{ if a }b%{ else }c%{ endif }"', '(template (if a "b" else "c"))'],
    ['"%{ if a }%{ endif }"', '(template (if a else))'],
    ['"%{ for k, v in m }${k}%{ endfor }"', '(template (for k,v in m k))'],
    ['"%{~ if a ~} b %{~ endif ~} c"', '(template (if a "b" else) "c")'],
    ['"arn:aws:s3:::b/*"', '"arn:aws:s3:::b/*"'],
    ['"e\u0301"', '"é"'],
  ])('%s', (text, tree) => {
    expect(shown(text)).toBe(tree);
  });

  it.each([
    ['"a', 'Expected a closing quote, found the end of the file.'],
    ['"a\nb"', 'Expected a closing quote, found the end of the line.'],
    [String.raw`"\d"`, 'Expected one of n r t " \\ u U after the backslash.'],
    [String.raw`"\u12"`, 'Expected 4 hexadecimal digits after the backslash and letter.'],
    [String.raw`"\ud800"`, 'This is not the number of a Unicode character.'],
    ['"${a"', 'Expected "}" at the end of the interpolation, found a string.'],
    ['"${a b}"', 'Expected "}" at the end of the interpolation, found "b".'],
    ['"${}"', 'Expected a value, found "}".'],
    ['"%{ x }"', 'Expected "if", "else", "endif", "for" or "endfor" after "%{", found "x".'],
    ['"%{ if a }"', 'Expected "%{ endif }" before the end of the text, for this "if".'],
    ['"%{ if a }%{ endfor }"', 'Found "%{ endfor }", but "%{ endif }" must come first.'],
    ['"%{ endif }"', 'Found "%{ endif }", but no directive is open.'],
    ['"%{ else }"', 'Found "%{ else }" without an "%{ if … }" that it could belong to.'],
    [
      '"%{ for a in b }%{ else }%{ endfor }"',
      'Found "%{ else }" without an "%{ if … }" that it could belong to.',
    ],
  ])('refuses %s', (text, message) => {
    expect(shown(text)).toBe(message);
  });
});

describe('heredocs', () => {
  const heredoc = (text: string) => showBody(native(text).body);

  it.each([
    ['keeps lines', 'a = <<E\n x\n\ty\nE\n', '{a = " x\\n\\ty\\n"}'],
    ['can be empty', 'a = <<E\nE\nb = 1\n', '{a = ""; b = 1}'],
    ['ends at an indented tag in both forms', 'a = <<E\nx\n  E\nb = 1\n', '{a = "x\\n"; b = 1}'],
    ['goes on at a line that only starts with the tag', 'a = <<E\nEx\nE x\nE\n', '{a = "Ex\\nE x\\n"}'],
    ['has no backslash escapes', 'a = <<E\n\\n$${x}\nE\n', '{a = "\\\\n${x}\\n"}'],
    ['keeps carriage returns', 'a = <<E\r\nx\r\nE\r\nb = 1\r\n', '{a = "x\\r\\n"; b = 1}'],
    ['goes on after an interpolation on the tag line', 'a = <<E\n${x}E\nE\n', '{a = (heredoc x "E\\n")}'],
    ['nests', 'a = <<E\n${<<E\nin\nE\n}\nE\n', '{a = (heredoc "in\\n" "\\n")}'],
    ['stands in calls', 'a = f(<<E\nx\nE\n, b)\n', '{a = (f "x\\n" b)}'],
    [
      'has directives',
      'a = <<E\n%{ if x }\ny\n%{ endif }\nE\n',
      '{a = (heredoc (if x "\\ny\\n" else) "\\n")}',
    ],
    ['trims one line only', 'a = <<E\n${x ~}  \n  y\nE\n', '{a = (heredoc x "  y\\n")}'],
    ['trims before a mark on its line only', 'a = <<E\nx\n  ${~ y}\nE\n', '{a = (heredoc "x\\n" y "\\n")}'],
  ])('%s', (_name, text, tree) => {
    expect(heredoc(text)).toBe(tree);
  });

  it.each([
    ['takes the least indentation off', '   x\n  y\n    z\n', '" x\\ny\\n  z\\n"'],
    ['counts a tab as one', '\t\tx\n\ty\n', '"\\tx\\ny\\n"'],
    ['leaves blank lines alone', '    x\n\n  \n    y\n', '"x\\n\\n  \\ny\\n"'],
    ['counts a mark at the line start as 0', '  x\n${y}\n', '(heredoc "  x\\n" y "\\n")'],
    ['counts the indentation before a mark', '  ${x}\n    y\n', '(heredoc "" x "\\n  y\\n")'],
    ['lets a trimmed line keep its indentation', '  ${x ~}\n    y\n', '(heredoc "" x "    y\\n")'],
    ['counts Unicode white space', '\u2003\u00a0x\n \u3000\ty\n', '"x\\n\\ty\\n"'],
    ['takes combining characters with the last space', '  \u0301x\n   y\n', '"x\\n y\\n"'],
    ['leaves combining characters after a tab', '\t\u0301x\n\ty\n', '"\u0301x\\ny\\n"'],
  ])('<<- %s', (_name, lines, tree) => {
    expect(heredoc(`a = <<-E\n${lines}E\n`)).toBe(`{a = ${tree}}`);
  });

  it('needs an end line that ends with a newline', () => {
    const file = native('a = <<E\nx\nE');
    expect(showDiagnostics(file.diagnostics)).toEqual([
      '1:5 Expected a newline after the line that ends this heredoc, found the end of the file.',
    ]);
    expect(showDiagnostics(native('a = <<E\nx\n').diagnostics)).toEqual([
      '1:5 Expected a line with nothing but the tag of this heredoc, found the end of the file.',
    ]);
  });

  it('refuses a carriage return alone', () => {
    expect(showDiagnostics(native('a = <<E\nx\ry\nE\n').diagnostics)).toEqual([
      '2:2 Expected a line feed after the carriage return.',
    ]);
  });

  it('ends before its newline', () => {
    const text = 'a = <<E\r\nx\r\n  E\r\n';
    const [attribute] = native(text).body.attributes;
    expect(attribute?.value).toMatchObject({ start: 4, end: text.length - 2 });
  });
});

describe('template files', () => {
  it.each([
    ['a "b" \\n ${c}\n', '(template "a \\"b\\" \\\\n " c "\\n")'],
    ['\uFEFF${a}', '(template a)'],
    ['%{ for x in y ~}\n${x}\n%{ endfor ~}\n', '(template (for x in y "" x "\\n") "")'],
    ['$', '"$"'],
    ['', '""'],
  ])('%s', (text, tree) => {
    const { expression, diagnostics } = parseTemplateText(new SourceText('t.tftpl', text));
    expect(diagnostics).toEqual([]);
    expect(show(expression)).toBe(tree);
  });
});
