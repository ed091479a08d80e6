package tollgate.change.billing_prices_test

import data.tollgate.change.billing_prices

test_cases[name] if {
	some name, case in data.cases["billing-prices"]
	deny := billing_prices.deny with input as case.input with data.settings as case.settings
	warn := billing_prices.warn with input as case.input with data.settings as case.settings
	deny == {element | some element in case.deny}
	warn == {element | some element in case.warn}
}
