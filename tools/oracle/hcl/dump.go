package main

import (
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

type dumper struct {
	source []byte
	// offsets holds the UTF-16 offset of each byte; nil when all bytes are ASCII.
	offsets []int
}

func newDumper(source []byte) *dumper {
	d := &dumper{source: source}
	for _, b := range source {
		if b >= utf8.RuneSelf {
			d.offsets = utf16Offsets(source)
			break
		}
	}
	return d
}

func utf16Offsets(source []byte) []int {
	offsets := make([]int, len(source)+1)
	units := 0
	for at := 0; at < len(source); {
		r, size := utf8.DecodeRune(source[at:])
		for i := range size {
			offsets[at+i] = units
		}
		at += size
		units++
		if r > 0xffff {
			units++
		}
	}
	offsets[len(source)] = units
	return offsets
}

func (d *dumper) span(r hcl.Range) []int {
	if d.offsets == nil {
		return []int{r.Start.Byte, r.End.Byte}
	}
	return []int{d.offsets[r.Start.Byte], d.offsets[r.End.Byte]}
}

func (d *dumper) body(body *hclsyntax.Body) node {
	attributes := []node{}
	for _, attribute := range body.Attributes {
		attributes = append(attributes, node{
			"name": attribute.Name, "at": d.span(attribute.SrcRange), "value": d.expression(attribute.Expr),
		})
	}
	sort.Slice(attributes, func(i, j int) bool {
		return attributes[i]["at"].([]int)[0] < attributes[j]["at"].([]int)[0]
	})
	blocks := []node{}
	for _, block := range body.Blocks {
		labels := []node{}
		for i, label := range block.Labels {
			labels = append(labels, node{"value": label, "at": d.span(block.LabelRanges[i])})
		}
		whole := hcl.RangeBetween(block.TypeRange, block.CloseBraceRange)
		blocks = append(blocks, node{
			"type": block.Type, "labels": labels, "at": d.span(whole), "body": d.body(block.Body),
		})
	}
	return node{"attributes": attributes, "blocks": blocks}
}

func (d *dumper) expression(e hclsyntax.Expression) node {
	n := d.bare(e)
	if _, has := n["at"]; !has {
		n["at"] = d.span(e.Range())
	}
	return n
}

func (d *dumper) bare(e hclsyntax.Expression) node {
	switch e := e.(type) {
	case *hclsyntax.LiteralValueExpr:
		return node{"kind": "literal", "value": scalar(e.Val)}
	case *hclsyntax.TemplateExpr:
		return d.template(e)
	case *hclsyntax.TemplateWrapExpr:
		return node{"kind": "template", "parts": []node{d.expression(e.Wrapped)}}
	case *hclsyntax.TemplateJoinExpr:
		return node{"kind": "join", "for": d.expression(e.Tuple)}
	case *hclsyntax.ScopeTraversalExpr:
		return node{"kind": "traversal", "root": e.Traversal.RootName(), "steps": d.steps(e.Traversal[1:])}
	case *hclsyntax.RelativeTraversalExpr:
		return d.relative(e)
	case *hclsyntax.IndexExpr:
		return underItem(e.Collection, node{"kind": "index", "target": d.expression(e.Collection), "key": d.expression(e.Key)})
	case *hclsyntax.SplatExpr:
		full := d.source[e.MarkerRange.Start.Byte] == '['
		return underItem(e.Source, node{
			"kind": "splat", "target": d.expression(e.Source), "full": full, "each": d.expression(e.Each),
		})
	case *hclsyntax.AnonSymbolExpr:
		return node{"kind": "item", "at": nil}
	case *hclsyntax.FunctionCallExpr:
		return node{"kind": "call", "name": e.Name, "arguments": d.list(e.Args), "expand": e.ExpandFinal}
	case *hclsyntax.UnaryOpExpr:
		return node{"kind": "unary", "operator": string(d.source[e.SymbolRange.Start.Byte:e.SymbolRange.End.Byte]), "operand": d.expression(e.Val)}
	case *hclsyntax.BinaryOpExpr:
		return node{"kind": "binary", "operator": operators[e.Op], "left": d.expression(e.LHS), "right": d.expression(e.RHS)}
	case *hclsyntax.ConditionalExpr:
		return node{"kind": "conditional", "condition": d.expression(e.Condition), "then": d.expression(e.TrueResult), "else": d.expression(e.FalseResult)}
	case *hclsyntax.TupleConsExpr:
		return node{"kind": "tuple", "items": d.list(e.Exprs)}
	case *hclsyntax.ObjectConsExpr:
		return d.object(e)
	case *hclsyntax.ForExpr:
		return d.forExpression(e)
	case *hclsyntax.ParenthesesExpr:
		return node{"kind": "parentheses", "inner": d.expression(e.Expression)}
	}
	panic(fmt.Sprintf("no dump for %T", e))
}

// underItem leaves the range out below the anonymous item of a splat, where it has no counterpart.
func underItem(target hclsyntax.Expression, n node) node {
	if rootedInItem(target) {
		n["at"] = nil
	}
	return n
}

func rootedInItem(e hclsyntax.Expression) bool {
	switch e := e.(type) {
	case *hclsyntax.AnonSymbolExpr:
		return true
	case *hclsyntax.RelativeTraversalExpr:
		return rootedInItem(e.Source)
	case *hclsyntax.IndexExpr:
		return rootedInItem(e.Collection)
	case *hclsyntax.SplatExpr:
		return rootedInItem(e.Source)
	}
	return false
}

// relative dumps the quirk that a key which is not a string or number is still a static step as an index.
func (d *dumper) relative(e *hclsyntax.RelativeTraversalExpr) node {
	return underItem(e.Source, node{"kind": "relative", "target": d.expression(e.Source), "steps": d.steps(e.Traversal)})
}

func (d *dumper) steps(traversal hcl.Traversal) []any {
	steps := []any{}
	for _, step := range traversal {
		switch step := step.(type) {
		case hcl.TraverseAttr:
			steps = append(steps, node{"name": step.Name})
		case hcl.TraverseIndex:
			steps = append(steps, node{"key": scalar(step.Key)})
		}
	}
	return steps
}

func (d *dumper) template(e *hclsyntax.TemplateExpr) node {
	if len(e.Parts) == 1 {
		if literal, ok := e.Parts[0].(*hclsyntax.LiteralValueExpr); ok && literal.Val.Type() == cty.String {
			return node{"kind": "literal", "value": scalar(literal.Val)}
		}
	}
	parts := []node{}
	for _, part := range e.Parts {
		if literal, ok := part.(*hclsyntax.LiteralValueExpr); ok && literal.Val.Type() == cty.String {
			parts = append(parts, node{"kind": "text", "value": scalar(literal.Val)})
			continue
		}
		parts = append(parts, d.expression(part))
	}
	return node{"kind": "template", "parts": parts}
}

func (d *dumper) object(e *hclsyntax.ObjectConsExpr) node {
	items := []node{}
	for _, item := range e.Items {
		key := item.KeyExpr.(*hclsyntax.ObjectConsKeyExpr)
		items = append(items, node{"key": d.expression(key.Wrapped), "value": d.expression(item.ValueExpr)})
	}
	return node{"kind": "object", "items": items}
}

func (d *dumper) forExpression(e *hclsyntax.ForExpr) node {
	n := node{
		"kind": "for", "keyName": e.KeyVar, "valueName": e.ValVar,
		"collection": d.expression(e.CollExpr), "value": d.expression(e.ValExpr), "group": e.Group,
	}
	if e.KeyExpr != nil {
		n["key"] = d.expression(e.KeyExpr)
	}
	if e.CondExpr != nil {
		n["condition"] = d.expression(e.CondExpr)
	}
	return n
}

func (d *dumper) list(expressions []hclsyntax.Expression) []node {
	list := []node{}
	for _, e := range expressions {
		list = append(list, d.expression(e))
	}
	return list
}

func scalar(value cty.Value) any {
	if value.IsNull() {
		return nil
	}
	switch value.Type() {
	case cty.String:
		return value.AsString()
	case cty.Bool:
		return value.True()
	case cty.Number:
		digits := value.AsBigFloat().Text('f', 30)
		return node{"number": strings.TrimSuffix(strings.TrimRight(digits, "0"), ".")}
	}
	return "?"
}

var operators = map[*hclsyntax.Operation]string{
	hclsyntax.OpLogicalOr: "||", hclsyntax.OpLogicalAnd: "&&",
	hclsyntax.OpEqual: "==", hclsyntax.OpNotEqual: "!=",
	hclsyntax.OpGreaterThan: ">", hclsyntax.OpGreaterThanOrEqual: ">=",
	hclsyntax.OpLessThan: "<", hclsyntax.OpLessThanOrEqual: "<=",
	hclsyntax.OpAdd: "+", hclsyntax.OpSubtract: "-",
	hclsyntax.OpMultiply: "*", hclsyntax.OpDivide: "/", hclsyntax.OpModulo: "%",
}
