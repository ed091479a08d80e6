// Evaluates expressions with the real implementation of the language: one expression a line on standard input, one
// JSON document a line on standard output. Runs inside a checkout of Terraform or OpenTofu (run.sh). Test-time only.
package main

import (
	"bufio"
	"encoding/json"
	"log"
	"os"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

type result struct {
	Expression string          `json:"expression"`
	Error      bool            `json:"error,omitempty"`
	Crash      bool            `json:"crash,omitempty"`
	Missing    bool            `json:"missing,omitempty"`
	Type       json.RawMessage `json:"type,omitempty"`
	Value      any             `json:"value,omitempty"`
	Sensitive  bool            `json:"sensitive,omitempty"`
}

func main() {
	log.SetFlags(0)
	if len(os.Args) == 3 && os.Args[2] == "names" {
		printNames(functions(os.Args[1]))
		return
	}
	scope := &hcl.EvalContext{Functions: functions(os.Args[1])}
	scope.Variables = variables(scope)
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<22)
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	for in.Scan() {
		if err := out.Encode(evaluate(in.Text(), scope)); err != nil {
			log.Fatal(err)
		}
	}
}

func printNames(table map[string]function.Function) {
	for name := range table {
		os.Stdout.WriteString(name + "\n")
	}
}

// The names that expressions may use. The tests define the same in names.ts.
func variables(scope *hcl.EvalContext) map[string]cty.Value {
	sensitive := func(v cty.Value) cty.Value {
		marked, err := scope.Functions["sensitive"].Call([]cty.Value{v})
		if err != nil {
			log.Fatal(err)
		}
		return marked
	}
	text := cty.StringVal
	return map[string]cty.Value{
		"u":            cty.DynamicVal,
		"u_string":     cty.UnknownVal(cty.String),
		"u_number":     cty.UnknownVal(cty.Number),
		"u_bool":       cty.UnknownVal(cty.Bool),
		"u_list":       cty.UnknownVal(cty.List(cty.String)),
		"u_set":        cty.UnknownVal(cty.Set(cty.String)),
		"u_map":        cty.UnknownVal(cty.Map(cty.String)),
		"u_tuple":      cty.UnknownVal(cty.Tuple([]cty.Type{cty.String, cty.Number})),
		"u_object":     cty.UnknownVal(cty.Object(map[string]cty.Type{"a": cty.String, "b": cty.Number})),
		"null_string":  cty.NullVal(cty.String),
		"null_number":  cty.NullVal(cty.Number),
		"null_bool":    cty.NullVal(cty.Bool),
		"null_list":    cty.NullVal(cty.List(cty.String)),
		"null_set":     cty.NullVal(cty.Set(cty.String)),
		"null_map":     cty.NullVal(cty.Map(cty.String)),
		"null_object":  cty.NullVal(cty.Object(map[string]cty.Type{"a": cty.String})),
		"s_string":     sensitive(text("secret")),
		"s_number":     sensitive(cty.NumberIntVal(7)),
		"s_bool":       sensitive(cty.True),
		"s_list":       sensitive(cty.ListVal([]cty.Value{text("a"), text("b")})),
		"s_map":        sensitive(cty.MapVal(map[string]cty.Value{"a": text("x"), "b": text("y")})),
		"s_object":     cty.ObjectVal(map[string]cty.Value{"a": sensitive(text("x")), "b": cty.NumberIntVal(1)}),
		"strings":      cty.ListVal([]cty.Value{text("b"), text("a"), text("b")}),
		"numbers":      cty.ListVal([]cty.Value{cty.NumberIntVal(3), cty.NumberIntVal(1), cty.NumberIntVal(2)}),
		"string_set":   cty.SetVal([]cty.Value{text("b"), text("a")}),
		"string_map":   cty.MapVal(map[string]cty.Value{"a": text("x"), "b": text("y")}),
		"empty_list":   cty.ListValEmpty(cty.String),
		"empty_map":    cty.MapValEmpty(cty.String),
		"empty_set":    cty.SetValEmpty(cty.String),
		"partial_list": cty.ListVal([]cty.Value{text("a"), cty.UnknownVal(cty.String)}),
		"partial_map":  cty.MapVal(map[string]cty.Value{"a": text("x"), "b": cty.UnknownVal(cty.String)}),
	}
}

func evaluate(line string, scope *hcl.EvalContext) (found result) {
	found.Expression = line
	defer func() {
		if problem := recover(); problem != nil {
			log.Printf("crash: %s: %v", line, problem)
			found = result{Expression: line, Crash: true}
		}
	}()
	source := strings.ReplaceAll(line, "⏎", "\n")
	expression, problems := hclsyntax.ParseExpression([]byte(source), "main.tf", hcl.InitialPos)
	if problems.HasErrors() {
		found.Error = true
		return found
	}
	value, problems := expression.Value(scope)
	if problems.HasErrors() {
		for _, problem := range problems {
			found.Missing = found.Missing || problem.Summary == "Call to unknown function"
		}
		found.Error = true
		return found
	}
	plain, marks := value.UnmarkDeepWithPaths()
	found.Sensitive = len(marks) > 0
	found.Type = typeOf(plain.Type())
	found.Value = jsonOf(plain)
	return found
}

func typeOf(t cty.Type) json.RawMessage {
	encoded, err := json.Marshal(t)
	if err != nil {
		panic(err)
	}
	return encoded
}

// Numbers become text, because readers of JSON round them; the type tells them from strings.
func jsonOf(v cty.Value) any {
	switch t := v.Type(); {
	case !v.IsKnown():
		return map[string]json.RawMessage{"$unknown": typeOf(t)}
	case v.IsNull():
		return map[string]json.RawMessage{"$null": typeOf(t)}
	case t == cty.String:
		return v.AsString()
	case t == cty.Number:
		return v.AsBigFloat().Text('f', -1)
	case t == cty.Bool:
		return v.True()
	case t.IsListType() || t.IsSetType() || t.IsTupleType():
		items := []any{}
		for it := v.ElementIterator(); it.Next(); {
			_, item := it.Element()
			items = append(items, jsonOf(item))
		}
		return items
	case t.IsMapType() || t.IsObjectType():
		entries := map[string]any{}
		for it := v.ElementIterator(); it.Next(); {
			key, item := it.Element()
			entries[key.AsString()] = jsonOf(item)
		}
		return entries
	}
	panic("a value of type " + v.Type().FriendlyName())
}
