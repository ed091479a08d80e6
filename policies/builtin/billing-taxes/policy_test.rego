package tollgate.change.billing_taxes_test

import data.tollgate.change.billing_taxes

test_cases[name] if {
	some name, case in data.cases["billing-taxes"]
	deny := billing_taxes.deny with input as case.input with data.settings as case.settings
	warn := billing_taxes.warn with input as case.input with data.settings as case.settings
	deny == {element | some element in case.deny}
	warn == {element | some element in case.warn}
}
