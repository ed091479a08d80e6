package tollgate.change.billing_usage_test

import data.tollgate.change.billing_usage

test_cases[name] if {
	some name, case in data.cases["billing-usage"]
	deny := billing_usage.deny with input as case.input with data.settings as case.settings
	warn := billing_usage.warn with input as case.input with data.settings as case.settings
	deny == {element | some element in case.deny}
	warn == {element | some element in case.warn}
}
