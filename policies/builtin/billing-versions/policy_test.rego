package tollgate.change.billing_versions_test

import data.tollgate.change.billing_versions

test_cases[name] if {
	some name, case in data.cases["billing-versions"]
	deny := billing_versions.deny with input as case.input with data.settings as case.settings
	warn := billing_versions.warn with input as case.input with data.settings as case.settings
	deny == {element | some element in case.deny}
	warn == {element | some element in case.warn}
}
