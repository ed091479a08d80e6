package tollgate.change.billing_governance_test

import data.tollgate.change.billing_governance

test_cases[name] if {
	some name, case in data.cases["billing-governance"]
	deny := billing_governance.deny with input as case.input with data.settings as case.settings
	warn := billing_governance.warn with input as case.input with data.settings as case.settings
	deny == {element | some element in case.deny}
	warn == {element | some element in case.warn}
}
