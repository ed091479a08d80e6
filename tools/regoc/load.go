package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// load parses all Rego files below dir, in the order of their paths. Names are relative to dir, so that
// neither output nor messages depend on where the repository lies.
func load(dir string, withTests bool) (map[string]*ast.Module, error) {
	modules := map[string]*ast.Module{}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".rego" {
			return err
		}
		if strings.HasSuffix(path, "_test.rego") && !withTests {
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		module, err := ast.ParseModuleWithOpts(name, string(text), ast.ParserOptions{
			ProcessAnnotation: true,
			RegoVersion:       ast.RegoV1,
		})
		modules[name] = module
		return err
	})
	if err == nil && len(modules) == 0 {
		err = fmt.Errorf("no Rego file below %s", dir)
	}
	return modules, err
}
