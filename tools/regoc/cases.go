package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/open-policy-agent/opa/v1/util"
)

// loadCases reads builtin/<policy>/cases/*.json into policy -> name of the case -> case. The same tables run
// through the compiled module in the tests of the host, so that both evaluators are held to them.
func loadCases(dir string) (map[string]any, error) {
	files, err := filepath.Glob(filepath.Join(dir, "builtin", "*", "cases", "*.json"))
	if err != nil {
		return nil, err
	}
	all := map[string]any{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		var cases map[string]any
		// Keeps numbers as they are written: limits are exact decimals.
		if err := util.UnmarshalJSON(text, &cases); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		policy := filepath.Base(filepath.Dir(filepath.Dir(file)))
		known, _ := all[policy].(map[string]any)
		if known == nil {
			known = map[string]any{}
			all[policy] = known
		}
		theme := filepath.Base(file)
		for name, body := range cases {
			known[theme+": "+name] = body
		}
	}
	return all, nil
}
