package tollgate.resource.required_tags_test

import data.tollgate.resource.required_tags

test_cases[name] if {
	some name, case in data.cases["required-tags"]
	deny := required_tags.deny with input as case.input with data.settings as case.settings
	warn := required_tags.warn with input as case.input with data.settings as case.settings
	deny == {element | some element in case.deny}
	warn == {element | some element in case.warn}
}
