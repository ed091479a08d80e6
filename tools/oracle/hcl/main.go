// Prints the syntax tree of HCL files as the Go implementation of the language reads them: paths on
// standard input, one JSON document a line on standard output. Offsets are UTF-16 units. The argument is the
// schema by which JSON syntax is read. With -time, prints how fast it parses instead. Test-time only.
package main

import (
	"bufio"
	"encoding/json"
	"log"
	"os"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

type node map[string]any

func main() {
	var schema blockSchema
	if len(os.Args) > 1 {
		if os.Args[1] == "-time" {
			timeParsing(os.Args[2:])
			return
		}
		if err := json.Unmarshal([]byte(os.Args[1]), &schema); err != nil {
			log.Fatal(err)
		}
	}
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<20)
	out := bufio.NewWriter(os.Stdout)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for in.Scan() {
		if err := encoder.Encode(dumpFile(in.Text(), &schema)); err != nil {
			log.Fatal(err)
		}
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}

func dumpFile(path string, schema *blockSchema) node {
	source, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	if strings.HasSuffix(path, ".tfvars.json") {
		return dumpJSON(source, path, nil)
	}
	if strings.HasSuffix(path, ".json") {
		return dumpJSON(source, path, schema)
	}
	result := node{"file": path}
	if strings.HasSuffix(path, ".template") {
		expression, diagnostics := hclsyntax.ParseTemplate(source, path, hcl.InitialPos)
		result["errors"] = messages(diagnostics)
		if !diagnostics.HasErrors() {
			result["template"] = newDumper(source).expression(expression)
		}
		return result
	}
	file, diagnostics := hclsyntax.ParseConfig(source, path, hcl.InitialPos)
	result["errors"] = messages(diagnostics)
	if !diagnostics.HasErrors() {
		result["body"] = newDumper(source).body(file.Body.(*hclsyntax.Body))
	}
	return result
}

func messages(diagnostics hcl.Diagnostics) []string {
	list := []string{}
	for _, diagnostic := range diagnostics {
		list = append(list, diagnostic.Error())
	}
	return list
}
