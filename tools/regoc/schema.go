package main

import (
	"encoding/json"
	"os"

	"github.com/open-policy-agent/opa/v1/ast"
)

// schemas makes one schema for each scope out of the published one: schema.resource, schema.change and
// schema.settings, which the annotations of the policies name.
func schemas(file string) (*ast.SchemaSet, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var published struct {
		Defs map[string]any `json:"$defs"`
	}
	if err := json.Unmarshal(text, &published); err != nil {
		return nil, err
	}
	set := ast.NewSchemaSet()
	for name, definition := range map[string]string{
		"resource": "resourceInput", "change": "changeInput", "settings": "settings",
	} {
		set.Put(ast.MustParseRef("schema."+name), map[string]any{
			"$ref": "#/$defs/" + definition, "$defs": published.Defs,
		})
	}
	return set, nil
}
