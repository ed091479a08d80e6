package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/format"
)

// check compiles strictly and against the schema, and holds each policy against the rules of the house:
// complete METADATA, formatted text.
func check(_ context.Context, o options) error {
	modules, err := load(o.policies, true)
	if err != nil {
		return err
	}
	compiler, err := compileStrictly(modules, o.schema)
	if err != nil {
		return err
	}
	problems := unformatted(o.policies, modules)
	if _, err := describe(compiler); err != nil {
		problems = append(problems, err)
	}
	if err := errors.Join(problems...); err != nil {
		return err
	}
	fmt.Printf("%d files checked\n", len(modules))
	return nil
}

func compileStrictly(modules map[string]*ast.Module, schemaFile string) (*ast.Compiler, error) {
	set, err := schemas(schemaFile)
	if err != nil {
		return nil, err
	}
	compiler := ast.NewCompiler().WithStrict(true).WithSchemas(set).WithUseTypeCheckAnnotations(true)
	compiler.Compile(modules)
	if compiler.Failed() {
		return nil, compiler.Errors
	}
	return compiler, nil
}

func unformatted(dir string, modules map[string]*ast.Module) []error {
	var problems []error
	for _, name := range slices.Sorted(maps.Keys(modules)) {
		text, err := os.ReadFile(filepath.Join(dir, name))
		if err == nil {
			var want []byte
			want, err = format.SourceWithOpts(name, text, format.Opts{RegoVersion: ast.RegoV1})
			if err == nil && !bytes.Equal(text, want) {
				err = fmt.Errorf("%s: differs from `opa fmt`", name)
			}
		}
		if err != nil {
			problems = append(problems, err)
		}
	}
	return problems
}
