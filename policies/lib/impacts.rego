# METADATA
# title: Impacts
# description: What customers pay more or less, held against limits and put into words.
package tollgate.lib.impacts

# METADATA
# description: True when a customer loses more than a limit in percent. Of nothing there is no percentage.
falls_below(change, _) if change.percent == null

falls_below(change, limit) if change.percent.value < 0 - limit.value

# METADATA
# description: True when a customer pays more than a limit in percent more.
rises_above(change, _) if change.percent == null

rises_above(change, limit) if change.percent.value > limit.value

# METADATA
# description: The strictest of limits of which some may be null; undefined when all are.
least(limits) := limit if {
	given := [one | some one in limits; one != null]
	some limit in given
	every other in given { limit.value <= other.value }
}

# METADATA
# description: The strictest of floors of which some may be null; undefined when all are.
greatest(limits) := limit if {
	given := [one | some one in limits; one != null]
	some limit in given
	every other in given { limit.value >= other.value }
}

# METADATA
# description: When it is so. Limits hold whenever the terms are in force, not only at the time that the sums are of.
then(change) := "" if change.when == null

then(change) := $` {change.when}` if change.when != null

# METADATA
# description: How much a customer pays more or less.
by(change) := $`by {change.percent.text}` if change.percent != null

by(change) := $`from nothing to {change.head.text}` if change.percent == null

# METADATA
# description: How much a customer pays more, before "for".
more(change) := $`{change.percent.text} more` if change.percent != null

more(change) := $`{change.head.text}, and nothing before,` if change.percent == null

# METADATA
# description: The figure of a finding about a customer.
actual(change) := change.percent.text if change.percent != null

actual(change) := change.head.text if change.percent == null

# METADATA
# description: Who pays in another currency than before.
payers(moved) := $`customer "{moved.customer}" pays` if moved.customers == 1

payers(moved) := $`customer "{moved.customer}" and {moved.customers - 1} more pay` if moved.customers > 1

# METADATA
# description: How many days.
days(count) := "1 day" if count == 1

days(count) := $`{count} days` if count != 1

# METADATA
# description: True for a margin that was below its floor before and gets better; that is no reason to stop.
improves(margin, head) if {
	margin.base != null
	head.value >= margin.base.value
}

# METADATA
# description: True when no more is lost than before.
loses_less(amounts) if {
	amounts.base != null
	amounts.head.value >= amounts.base.value
}
