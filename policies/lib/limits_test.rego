package tollgate.lib.limits_test

import data.tollgate.lib.limits

limit := {"value": 5, "text": "5"}

test_above_breaks if {
	limits.broken(limit, 5.01)
}

test_equal_holds if {
	not limits.broken(limit, 5)
}

test_no_limit_holds if {
	not limits.broken(null, 1000)
}

test_unknown_figure_does_not_break if {
	not limits.broken(limit, null)
}

test_percent_of_nothing_is_undecided if {
	limits.percent_undecided(limit, 1, null)
	not limits.percent_undecided(limit, 0, null)
	not limits.percent_undecided(limit, 1, 3)
	not limits.percent_undecided(null, 1, null)
}
