# METADATA
# title: Monthly increase
# description: A change does not raise the monthly cost by more than the configured amount or percentage.
# related_resources:
#   - ref: https://www.finops.org/framework/capabilities/budgeting/
#     description: Budgets and who answers for them
# schemas:
#   - input: schema.change
#   - data.settings: schema.settings
# custom:
#   id: monthly-increase-limit
#   severity: high
package tollgate.change.monthly_increase_limit

import data.tollgate.lib.limits

settings := data.settings.monthlyIncrease

increase := input.totals.delta.monthly[settings.basis]

increase_text := input.totals.delta.monthly.text[settings.basis]

percent := input.totals.percent[settings.basis]

deny contains {
	"id": "amount",
	"msg": $`The monthly cost rises by {increase_text} ({settings.basis} figure); the limit is {settings.amount.text}.`,
	"actual": increase_text,
	"expected": $`at most {settings.amount.text}`,
} if {
	limits.broken(settings.amount, increase)
}

deny contains {
	"id": "percent",
	"msg": $`The monthly cost rises by {text} ({increase_text}, {settings.basis} figure); the limit is {settings.percent.text}.`,
	"actual": text,
	"expected": $`at most {settings.percent.text}`,
} if {
	limits.broken(settings.percent, percent)
	text := input.totals.percent.text[settings.basis]
}

warn contains {
	"id": "percent",
	"msg": $`The limit of {settings.percent.text} cannot decide: the monthly cost at base is 0 and rises by {increase_text} ({settings.basis} figure).`,
	"actual": increase_text,
	"expected": $`at most {settings.percent.text}`,
	"fix": "Set a limit as an amount as well.",
} if {
	limits.percent_undecided(settings.percent, increase, percent)
}

warn contains {
	"id": "unpriced",
	"msg": $`The limit holds for the known part only. Changed resources without a full price: {count(unpriced)} ({examples}).`,
	"actual": "partly unknown",
	"details": {"resources": unpriced},
} if {
	limited
	count(deny) == 0
	unpriced := input.totals.unpricedChanges
	count(unpriced) > 0
	examples := concat(", ", array.concat(array.slice(unpriced, 0, 3), dots))
}

# Only the first three are named; all stand in the details.
dots := ["…"] if count(input.totals.unpricedChanges) > 3

dots := [] if count(input.totals.unpricedChanges) <= 3

limited if settings.amount != null

limited if settings.percent != null
