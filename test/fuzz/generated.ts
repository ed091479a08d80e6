import fc from 'fast-check';

/** Texts of expressions that are in order, of every kind; names that stand alone are declared by `moduleOf`. */
const { expression } = fc.letrec<{ expression: string; term: string; template: string }>((tie) => {
  const e = tie('expression');
  const term = tie('term');
  const name = fc.constantFrom(
    'var.n',
    'local.a',
    'local.b',
    'null',
    'true',
    'x_y.z.id',
    'each.value',
    'path.module',
  );
  const key = fc.constantFrom('k', '"k"', '"${local.a}"', '(local.b)', '1', 'for_1');
  const call = fc.constantFrom(
    'merge',
    'try',
    'concat',
    'jsonencode',
    'length',
    'tolist',
    'provider::p::f',
    'none',
  );
  return {
    term: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      name,
      fc.integer({ min: 0, max: 1e6 }).map(String),
      fc.stringMatching(/^[a-z$% ]{0,6}$/).map((text) => JSON.stringify(text)),
      fc.tuple(call, fc.array(e, { maxLength: 3 })).map(([f, list]) => `${f}(${list.join(', ')})`),
      fc.array(e, { maxLength: 3 }).map((list) => `[${list.join(', ')}]`),
      fc
        .array(fc.tuple(key, e), { maxLength: 3 })
        .map((list) => `{ ${list.map(([k, v]) => `${k} = ${v}`).join(', ')} }`),
      fc.tuple(e, e).map(([c, v]) => `[for k, v in ${c} : ${v} if k != null]`),
      fc.tuple(e, e).map(([c, v]) => `{ for v in ${c} : v => ${v}... }`),
      e.map((inner) => `(${inner})`),
      tie('template'),
    ),
    expression: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      term,
      fc
        .tuple(term, fc.constantFrom('[0]', '["k"]', '.k', '[*]', '[*].k', '.*.k', '[local.a]'))
        .map(([t, s]) => {
          return /^[\d]/.test(t) ? `(${t})${s}` : t + s;
        }),
      fc.tuple(fc.constantFrom('-', '!'), term).map(([sign, t]) => sign + t),
      fc
        .tuple(term, fc.constantFrom('+', '-', '*', '/', '%', '&&', '||', '==', '!=', '<', '>=', '?'), term)
        .map(([a, operator, b]) => (operator === '?' ? `${a} ? ${b} : ${a}` : `${a} ${operator} ${b}`)),
    ),
    template: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constant('"text"'),
      e.map((inner) => `"\${ ${inner} }"`),
      fc.tuple(e, e).map(([a, b]) => `"a\${${a}}b\${~ ${b} ~} c"`),
      fc.tuple(e, e).map(([a, b]) => `"%{ if ${a} }\${${b}}%{ else }x%{ endif }"`),
      fc.tuple(e, e).map(([a, b]) => `"%{ for v in ${a} ~} \${${b}} %{ endfor }"`),
    ),
  };
});

/** The text of a module that is in order and uses expressions wherever one can stand. */
export const wholeModule: fc.Arbitrary<string> = fc.array(expression, { minLength: 6, maxLength: 6 }).map(
  ([a = '', b = '', c = '', d = '', e = '', f = '']) => `
variable "n" {
  default = 2
}
locals {
  a = ${a}
  b = ${b}
}
resource "x_y" "z" {
  count = ${c}
  value = ${d}
  text  = <<-EOT
    one \${ ${e} }
      two
  EOT
  dynamic "inner" {
    for_each = ${f}
    content {
      key = inner.key
    }
  }
}
`,
);
