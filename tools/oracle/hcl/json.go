package main

import (
	"bytes"
	"encoding/json"
	"log"
	"sort"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	hcljson "github.com/hashicorp/hcl/v2/json"
)

// blockSchema says which properties of a body are blocks: the schema of our parser, handed over.
type blockSchema struct {
	Labels   int                    `json:"labels"`
	Blocks   map[string]blockSchema `json:"blocks"`
	Literals []string               `json:"literals"`
}

// jsonDumper prints JSON syntax in the form of native syntax. Offsets are UTF-16 units in the file.
type jsonDumper struct {
	*dumper
	names       []string
	diagnostics hcl.Diagnostics
}

// dumpJSON reads a file with the schema, or as values alone when there is none.
func dumpJSON(source []byte, path string, schema *blockSchema) node {
	file, diagnostics := hcljson.Parse(source, path)
	if diagnostics.HasErrors() {
		return node{"file": path, "errors": messages(diagnostics)}
	}
	d := &jsonDumper{dumper: newDumper(source), names: propertyNames(source)}
	var body node
	if schema == nil {
		attributes, problems := file.Body.JustAttributes()
		d.diagnostics = append(d.diagnostics, problems...)
		body = node{"attributes": d.attributes(attributes, true, nil), "blocks": []node{}}
	} else {
		body = d.body(file.Body, *schema)
	}
	result := node{"file": path, "errors": messages(d.diagnostics)}
	if !d.diagnostics.HasErrors() {
		result["body"] = body
	}
	return result
}

// propertyNames lists all property names of a document: the schema of "any attribute".
func propertyNames(source []byte) []string {
	decoder := json.NewDecoder(bytes.NewReader(source))
	decoder.UseNumber()
	seen := map[string]bool{}
	names := []string{}
	for {
		token, err := decoder.Token()
		if err != nil {
			return names
		}
		if name, is := token.(string); is && !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
}

func (d *jsonDumper) body(body hcl.Body, schema blockSchema) node {
	want := &hcl.BodySchema{}
	for blockType, inner := range schema.Blocks {
		labels := []string{"type", "name"}[:inner.Labels]
		want.Blocks = append(want.Blocks, hcl.BlockHeaderSchema{Type: blockType, LabelNames: labels})
	}
	for _, name := range d.names {
		if _, isBlock := schema.Blocks[name]; !isBlock && name != "//" {
			want.Attributes = append(want.Attributes, hcl.AttributeSchema{Name: name})
		}
	}
	content, _, diagnostics := body.PartialContent(want)
	d.diagnostics = append(d.diagnostics, diagnostics...)
	blocks := []node{}
	for _, block := range content.Blocks {
		labels := []node{}
		for i, label := range block.Labels {
			labels = append(labels, node{"value": label, "at": d.span(block.LabelRanges[i])})
		}
		blocks = append(blocks, node{
			"type": block.Type, "labels": labels, "at": d.blockSpan(block),
			"body": d.body(block.Body, schema.Blocks[block.Type]),
		})
	}
	return node{"attributes": d.attributes(content.Attributes, false, schema.Literals), "blocks": blocks}
}

// blockSpan reaches from the type to the closing brace; what is not an object has no brace that is told.
func (d *jsonDumper) blockSpan(block *hcl.Block) []int {
	end := block.Body.MissingItemRange()
	if end.End.Byte == 0 || d.source[end.End.Byte-1] != '}' {
		return nil
	}
	return d.span(hcl.RangeBetween(block.TypeRange, end))
}

func (d *jsonDumper) attributes(attributes hcl.Attributes, literal bool, literals []string) []node {
	list := []node{}
	for _, attribute := range attributes {
		isLiteral := literal
		for _, name := range literals {
			isLiteral = isLiteral || name == attribute.Name
		}
		list = append(list, node{
			"name": attribute.Name, "at": d.span(attribute.Range), "value": d.value(attribute.Expr, isLiteral),
		})
	}
	sort.Slice(list, func(i, j int) bool { return list[i]["at"].([]int)[0] < list[j]["at"].([]int)[0] })
	return list
}

func (d *jsonDumper) value(e hcl.Expression, literal bool) node {
	at := d.span(e.Range())
	if pairs, diagnostics := hcl.ExprMap(e); !diagnostics.HasErrors() {
		return node{"kind": "object", "at": at, "items": d.items(pairs, literal)}
	}
	if list, diagnostics := hcl.ExprList(e); !diagnostics.HasErrors() {
		items := []node{}
		for _, item := range list {
			items = append(items, d.value(item, literal))
		}
		return node{"kind": "tuple", "at": at, "items": items}
	}
	if d.source[e.Range().Start.Byte] == '"' && !literal {
		return d.stringTemplate(e.Range())
	}
	value, diagnostics := e.Value(nil)
	d.diagnostics = append(d.diagnostics, diagnostics...)
	return node{"kind": "literal", "at": at, "value": scalar(value)}
}

// items refuses a key that is written twice, which Go does when it evaluates the object.
func (d *jsonDumper) items(pairs []hcl.KeyValuePair, literal bool) []node {
	items := []node{}
	seen := map[string]bool{}
	for _, pair := range pairs {
		name, diagnostics := pair.Key.Value(nil)
		d.diagnostics = append(d.diagnostics, diagnostics...)
		if seen[name.AsString()] {
			d.diagnostics = append(d.diagnostics, &hcl.Diagnostic{
				Severity: hcl.DiagError, Summary: "Duplicate object attribute", Subject: pair.Key.Range().Ptr(),
			})
		}
		seen[name.AsString()] = true
		items = append(items, node{"key": d.value(pair.Key, literal), "value": d.value(pair.Value, literal)})
	}
	return items
}

// stringTemplate parses the decoded string, as the Go implementation does to evaluate it.
func (d *jsonDumper) stringTemplate(r hcl.Range) node {
	raw := d.source[r.Start.Byte:r.End.Byte]
	var decoded string
	if err := json.Unmarshal(raw, &decoded); err != nil {
		log.Fatal(err)
	}
	expression, diagnostics := hclsyntax.ParseTemplate([]byte(decoded), r.Filename, hcl.InitialPos)
	d.diagnostics = append(d.diagnostics, diagnostics...)
	if diagnostics.HasErrors() {
		return node{}
	}
	inner := &dumper{source: []byte(decoded), offsets: decodedOffsets(raw, d.span(r)[0])}
	tree := inner.expression(expression)
	tree["at"] = d.span(r)
	return tree
}

// decodedOffsets gives, for each byte of the decoded string, the UTF-16 offset in the file where its character stands.
func decodedOffsets(raw []byte, start int) []int {
	offsets := []int{}
	units := start + 1
	for at := 1; at < len(raw)-1; {
		end := at + 1
		switch {
		case raw[at] == '\\' && raw[at+1] == 'u' && surrogatePair(raw[at:]):
			end = at + 12
		case raw[at] == '\\' && raw[at+1] == 'u':
			end = at + 6
		case raw[at] == '\\':
			end = at + 2
		default:
			_, size := utf8.DecodeRune(raw[at:])
			end = at + size
		}
		var char string
		if err := json.Unmarshal([]byte(`"`+string(raw[at:end])+`"`), &char); err != nil {
			log.Fatal(err)
		}
		for range len(char) {
			offsets = append(offsets, units)
		}
		units += len(utf16.Encode([]rune(string(raw[at:end]))))
		at = end
	}
	return append(offsets, units)
}

// surrogatePair tells whether two escapes stand here that are one character.
func surrogatePair(raw []byte) bool {
	if len(raw) < 12 || raw[6] != '\\' || raw[7] != 'u' {
		return false
	}
	var char string
	return json.Unmarshal([]byte(`"`+string(raw[:12])+`"`), &char) == nil && utf8.RuneCountInString(char) == 1 &&
		!strings.Contains(char, "\uFFFD")
}
