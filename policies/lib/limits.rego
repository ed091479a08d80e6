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
