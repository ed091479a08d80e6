package main

import (
	"context"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/cover"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/tester"
)

// test runs the test_ rules of all *_test.rego files and holds the line coverage of the policies to the threshold.
func test(ctx context.Context, o options) error {
	modules, err := load(o.policies, true)
	if err != nil {
		return err
	}
	coverage := cover.New()
	cases, err := loadCases(o.policies)
	if err != nil {
		return err
	}
	results, err := runTests(ctx, modules, cases, coverage)
	if err != nil {
		return err
	}
	failed, passed := 0, 0
	reporter := tester.PrettyReporter{Output: os.Stdout, FailureLine: true, LocalVars: true}
	relay := make(chan *tester.Result)
	done := make(chan error)
	go func() { done <- reporter.Report(relay) }()
	for result := range results {
		if result.Pass() {
			passed++
		} else {
			failed++
		}
		relay <- result
	}
	close(relay)
	if err := <-done; err != nil {
		return err
	}
	if failed > 0 || passed == 0 {
		return fmt.Errorf("\n%d of %d tests failed", failed, failed+passed)
	}
	fmt.Println()
	return judgeCoverage(coverage.Report(policiesOnly(modules)), o.threshold)
}

// runTests gives the tests the case tables as data.cases.
func runTests(
	ctx context.Context, modules map[string]*ast.Module, cases map[string]any, tracer *cover.Cover,
) (chan *tester.Result, error) {
	store := inmem.NewFromObject(map[string]any{"cases": cases})
	txn, err := store.NewTransaction(ctx, storage.TransactionParams{})
	if err != nil {
		return nil, err
	}
	return tester.NewRunner().
		SetDefaultRegoVersion(ast.RegoV1).
		SetStore(store).
		SetModules(modules).
		SetCoverageQueryTracer(tracer).
		RaiseBuiltinErrors(true).
		RunTests(ctx, txn)
}

func policiesOnly(modules map[string]*ast.Module) map[string]*ast.Module {
	kept := maps.Clone(modules)
	maps.DeleteFunc(kept, func(name string, _ *ast.Module) bool { return strings.HasSuffix(name, "_test.rego") })
	return kept
}

// judgeCoverage leaves test files out of the figure: they would only flatter it.
func judgeCoverage(report cover.Report, threshold float64) error {
	covered, missed := 0, 0
	for _, name := range slices.Sorted(maps.Keys(report.Files)) {
		if strings.HasSuffix(name, "_test.rego") {
			continue
		}
		file := report.Files[name]
		covered += file.CoveredLines
		missed += file.NotCoveredLines
		for _, span := range file.NotCovered {
			fmt.Printf("%s:%d: not covered by a test\n", name, span.Start.Row)
		}
	}
	percent := 100 * float64(covered) / float64(covered+missed)
	fmt.Printf("coverage %.1f %%\n", percent)
	if percent < threshold {
		return fmt.Errorf("line coverage is %.1f %%, expected at least %.1f %%", percent, threshold)
	}
	return nil
}
