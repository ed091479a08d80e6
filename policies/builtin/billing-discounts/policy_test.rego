package tollgate.change.billing_discounts_test

import data.tollgate.change.billing_discounts

test_cases[name] if {
	some name, case in data.cases["billing-discounts"]
	deny := billing_discounts.deny with input as case.input with data.settings as case.settings
	warn := billing_discounts.warn with input as case.input with data.settings as case.settings
	deny == {element | some element in case.deny}
	warn == {element | some element in case.warn}
}
