package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/bundle"
	"github.com/open-policy-agent/opa/v1/compile"
	"github.com/open-policy-agent/opa/v1/version"
)

// build writes the module and, when asked for, its description. Entrypoints and files are sorted, so that the same sources give
// the same bytes.
func build(ctx context.Context, o options) error {
	checked, err := load(o.policies, false)
	if err != nil {
		return err
	}
	compiler, err := compileStrictly(checked, o.schema)
	if err != nil {
		return err
	}
	policies, err := describe(compiler)
	if err != nil {
		return err
	}
	wasm, err := compileWasm(ctx, o.policies, policies)
	if err != nil {
		return err
	}
	fmt.Printf("%s: %d bytes\n", o.wasm, len(wasm))
	if err := os.WriteFile(o.wasm, wasm, 0o644); err != nil || o.meta == "" {
		return err
	}
	text, err := json.MarshalIndent(map[string]any{"opa": version.Version, "policies": policies}, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(o.meta, append(text, '\n'), 0o644)
}

func compileWasm(ctx context.Context, dir string, policies []policy) ([]byte, error) {
	// The compiler rewrites modules in place: it needs ones that the check has not touched.
	modules, err := load(dir, false)
	if err != nil {
		return nil, err
	}
	input := &bundle.Bundle{Data: map[string]any{}, Manifest: bundle.Manifest{}}
	input.Manifest.Init()
	input.Manifest.Roots = &[]string{"tollgate"}
	for _, name := range slices.Sorted(maps.Keys(modules)) {
		input.Modules = append(input.Modules, bundle.ModuleFile{URL: name, Path: name, Parsed: modules[name]})
	}
	var entrypoints []string
	for _, policy := range policies {
		entrypoints = append(entrypoints, slices.Sorted(maps.Values(policy.Entrypoints))...)
	}
	var archive bytes.Buffer
	compiler := compile.New().
		WithBundle(input).
		WithRegoVersion(ast.RegoV1).
		WithTarget(compile.TargetWasm).
		WithEntrypoints(entrypoints...).
		WithOutput(&archive)
	if err := compiler.Build(ctx); err != nil {
		return nil, err
	}
	if modules := compiler.Bundle().WasmModules; len(modules) == 1 {
		return modules[0].Raw, nil
	}
	return nil, fmt.Errorf("expected one wasm module, got %d", len(compiler.Bundle().WasmModules))
}
