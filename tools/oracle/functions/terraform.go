package main

import (
	"github.com/hashicorp/terraform/internal/lang"
	"github.com/zclconf/go-cty/cty/function"
)

// The functions of Terraform; impure ones give unknown values.
func functions(folder string) map[string]function.Function {
	scope := lang.Scope{BaseDir: folder, PureOnly: true}
	return scope.Functions()
}
