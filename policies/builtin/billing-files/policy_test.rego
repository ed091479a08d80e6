package tollgate.change.billing_files_test

import data.tollgate.change.billing_files

test_cases[name] if {
	some name, case in data.cases["billing-files"]
	deny := billing_files.deny with input as case.input with data.settings as case.settings
	warn := billing_files.warn with input as case.input with data.settings as case.settings
	deny == {element | some element in case.deny}
	warn == {element | some element in case.warn}
}
