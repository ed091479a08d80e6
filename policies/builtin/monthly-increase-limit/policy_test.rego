package tollgate.change.monthly_increase_limit_test

import data.tollgate.change.monthly_increase_limit

test_cases[name] if {
	some name, case in data.cases["monthly-increase-limit"]
	deny := monthly_increase_limit.deny with input as case.input with data.settings as case.settings
	warn := monthly_increase_limit.warn with input as case.input with data.settings as case.settings
	deny == {element | some element in case.deny}
	warn == {element | some element in case.warn}
}
