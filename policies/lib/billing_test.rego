package tollgate.lib.billing_test

import data.tollgate.lib.billing

problem := {"rule": "BP-101", "code": "unknown-key", "message": "No.", "hint": null, "source": {"file": "a.yaml"}}

test_only_problems_of_the_rule if {
	billing.of_rule([problem], "BP-101") == {{
		"rule": "BP-101",
		"id": "BP-101 No.",
		"msg": "No.",
		"fix": null,
		"source": {"file": "a.yaml"},
	}}
	billing.of_rule([problem], "BP-102") == set()
}

test_lists_are_short if {
	billing.listed(["a", "b", "c"]) == "a, b, c"
	billing.listed(["a", "b", "c", "d", "e"]) == "a, b, c and 2 more"
}

test_what_is_and_should_be_is_said_where_it_is_known if {
	known := object.union(problem, {"actual": "1.5", "expected": null})
	[finding] := [finding | some finding in billing.of_rule([known], "BP-101")]
	finding.actual == "1.5"
	object.keys(finding) == {"rule", "id", "msg", "fix", "source", "actual"}
}

test_each_kind_of_file_has_a_way_out_of_an_edit if {
	billing.way_out({"kind": "Correction"}).fix == "Take the change back and write another correction."
	billing.way_out({"kind": "FxTable"}).fix == "Take the change back. What was billed with a wrong rate is mended by a correction."
	billing.way_out({"kind": "RateCard"}).expected == "a higher version that takes effect in the future"
}
