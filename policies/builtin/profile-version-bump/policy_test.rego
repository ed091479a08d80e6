package tollgate.change.profile_version_bump_test

import data.tollgate.change.profile_version_bump

test_cases[name] if {
	some name, case in data.cases["profile-version-bump"]
	deny := profile_version_bump.deny with input as case.input with data.settings as case.settings
	warn := profile_version_bump.warn with input as case.input with data.settings as case.settings
	deny == {element | some element in case.deny}
	warn == {element | some element in case.warn}
}
