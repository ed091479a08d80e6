package tollgate.change.billing_bindings_test

import data.tollgate.change.billing_bindings

test_cases[name] if {
	some name, case in data.cases["billing-bindings"]
	deny := billing_bindings.deny with input as case.input with data.settings as case.settings
	warn := billing_bindings.warn with input as case.input with data.settings as case.settings
	deny == {element | some element in case.deny}
	warn == {element | some element in case.warn}
}
