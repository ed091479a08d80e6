# METADATA
# title: Limits
# description: Comparing a figure with a limit of the configuration. Either may be null.
package tollgate.lib.limits

# METADATA
# description: True when both are known and the figure lies above the limit. Equal is still within it.
broken(limit, figure) if {
	limit != null
	figure != null
	figure > limit.value
}

# METADATA
# description: True when a limit in percent is set and there is an increase, but no percentage of it.
percent_undecided(limit, increase, percent) if {
	limit != null
	increase > 0
	is_null(percent)
}

# METADATA
# description: What leaves the increase open, one phrase each, from addresses of resources and module calls.
reasons(resources, modules) := array.concat(
	[$`what {listed(resources)} {adds(resources)} is not known` | count(resources) > 0],
	[$`the resources of {listed(modules)} are outside the repository` | count(modules) > 0],
)

# METADATA
# description: What to do about it.
unknown_fix := "Make what is named known, or set what the limit does with what is unknown."

adds(resources) := "adds" if count(resources) == 1

adds(resources) := "add" if count(resources) > 1

# Only the first three are named; all stand in the details.
listed(addresses) := concat(", ", addresses) if count(addresses) < 4

listed(addresses) := $`{concat(", ", array.slice(addresses, 0, 3))} and {count(addresses) - 3} more` if {
	count(addresses) > 3
}
