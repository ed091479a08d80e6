// Command regoc compiles, checks and tests the Rego policies with a pinned Open Policy Agent.
//
//	regoc build -policies DIR -schema FILE -wasm FILE [-meta FILE]
//	regoc check -policies DIR -schema FILE
//	regoc test  -policies DIR -threshold PERCENT
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
)

type options struct {
	policies, schema, wasm, meta string
	threshold                    float64
}

func main() {
	if len(os.Args) < 2 {
		fail(fmt.Errorf("usage: regoc build|check|test [flags]"))
	}
	var o options
	flags := flag.NewFlagSet(os.Args[1], flag.ExitOnError)
	flags.StringVar(&o.policies, "policies", "policies", "folder with the Rego files")
	flags.StringVar(&o.schema, "schema", "schema/policy-input.schema.json", "JSON Schema of the policy input")
	flags.StringVar(&o.wasm, "wasm", "", "where the compiled module goes")
	flags.StringVar(&o.meta, "meta", "", "where the description of the policies goes; empty for nowhere")
	flags.Float64Var(&o.threshold, "threshold", 95, "least line coverage in percent")
	// ExitOnError: a bad flag ends the process here.
	_ = flags.Parse(os.Args[2:])

	commands := map[string]func(context.Context, options) error{"build": build, "check": check, "test": test}
	run, ok := commands[os.Args[1]]
	if !ok {
		fail(fmt.Errorf("unknown command %q, expected build, check or test", os.Args[1]))
	}
	if err := run(context.Background(), o); err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
