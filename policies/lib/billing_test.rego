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
