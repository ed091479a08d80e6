package tollgate.change.billing_margins_test

import data.tollgate.change.billing_margins

test_cases[name] if {
	some name, case in data.cases["billing-margins"]
	deny := billing_margins.deny with input as case.input with data.settings as case.settings
	warn := billing_margins.warn with input as case.input with data.settings as case.settings
	deny == {element | some element in case.deny}
	warn == {element | some element in case.warn}
}
