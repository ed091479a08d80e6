// Prints the syntax tree of HCL files as the Go implementation of the language reads them: paths on
// standard input, one JSON document a line on standard output. Offsets are UTF-16 units. Test-time only.
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
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<20)
	out := bufio.NewWriter(os.Stdout)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for in.Scan() {
		if err := encoder.Encode(dumpFile(in.Text())); err != nil {
			log.Fatal(err)
		}
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}

func dumpFile(path string) node {
	source, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
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
