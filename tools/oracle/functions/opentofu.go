package main

import (
	"context"
	"maps"

	"github.com/opentofu/opentofu/internal/builtin/providers/tf"
	"github.com/opentofu/opentofu/internal/lang"
	"github.com/opentofu/opentofu/internal/lang/funcs"
	"github.com/opentofu/opentofu/internal/providers"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// The functions of OpenTofu and of its built-in provider; impure ones give unknown values.
func functions(folder string) map[string]function.Function {
	scope := lang.Scope{BaseDir: folder, PureOnly: true}
	table := maps.Clone(scope.Functions())
	maps.Copy(table, assumptions)
	for _, name := range []string{"encode_tfvars", "decode_tfvars", "encode_expr"} {
		table["provider::terraform::"+name] = providerFunction(name)
	}
	return table
}

// Functions that are newer than the tag: run.sh adds their file to the checkout.
var assumptions = map[string]function.Function{
	"assumeequal":         funcs.AssumeEqualFunc,
	"assumelistlength":    funcs.AssumeListLengthFunc,
	"assumelistlengthmax": funcs.AssumeListLengthMaxFunc,
	"assumelistlengthmin": funcs.AssumeListLengthMinFunc,
	"assumemaplength":     funcs.AssumeMapLengthFunc,
	"assumemaplengthmax":  funcs.AssumeMapLengthMaxFunc,
	"assumemaplengthmin":  funcs.AssumeMapLengthMinFunc,
	"assumenotnull":       funcs.AssumeNotNullFunc,
	"assumesetlength":     funcs.AssumeSetLengthFunc,
	"assumesetlengthmax":  funcs.AssumeSetLengthMaxFunc,
	"assumesetlengthmin":  funcs.AssumeSetLengthMinFunc,
	"assumestringprefix":  funcs.AssumeStringPrefixFunc,
}

func providerFunction(name string) function.Function {
	provider := tf.NewProvider()
	spec := provider.GetProviderSchema(context.Background()).Functions[name]
	parameters := make([]function.Parameter, len(spec.Parameters))
	for i, parameter := range spec.Parameters {
		parameters[i] = function.Parameter{
			Name: parameter.Name, Type: parameter.Type,
			AllowNull: parameter.AllowNullValue, AllowUnknown: parameter.AllowUnknownValues,
		}
	}
	return function.New(&function.Spec{
		Params: parameters,
		Type:   function.StaticReturnType(spec.Return),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			response := provider.CallFunction(context.Background(), providers.CallFunctionRequest{Name: name, Arguments: args})
			return response.Result, response.Error
		},
	})
}
