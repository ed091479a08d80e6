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

# What is known: an increase above the limit breaks it, whatever else there is.
increase := input.totals.delta.monthly[settings.basis]

increase_text := input.totals.delta.monthly.text[settings.basis]

percent := input.totals.percent[settings.basis]

# A percentage is of the base. Where some of that is not known, it is only of the rest.
default of_what := ""

of_what := " of what is known" if input.totals.base.unpriced > 0

deny contains {
	"id": "amount",
	"msg": $`The monthly cost rises by {increase_text} ({settings.basis} figure); the limit is {settings.amount.text}.`,
	"actual": increase_text,
	"expected": $`at most {settings.amount.text}`,
	"source": settings.source,
} if {
	limits.broken(settings.amount, increase)
}

deny contains {
	"id": "percent",
	"msg": $`The monthly cost rises by {text}{of_what} ({increase_text}, {settings.basis} figure); the limit is {settings.percent.text}.`,
	"actual": text,
	"expected": $`at most {settings.percent.text}`,
	"source": settings.source,
} if {
	limits.broken(settings.percent, percent)
	text := input.totals.percent.text[settings.basis]
}

deny contains unknown if settings.unknown == "fail"

warn contains unknown if settings.unknown == "warn"

warn contains {
	"id": "percent",
	"msg": $`The limit of {settings.percent.text} cannot decide: the monthly cost at base is 0 and rises by {increase_text} ({settings.basis} figure).`,
	"actual": increase_text,
	"expected": $`at most {settings.percent.text}`,
	"fix": "Set a limit as an amount as well.",
	"source": settings.source,
} if {
	limits.percent_undecided(settings.percent, increase, percent)
	input.totals.base.monthly != null
}

unknown := {
	"id": "unknown",
	"msg": $`Whether the limit holds cannot be told: {concat("; ", reasons)}. What is known rises by {increase_text} ({settings.basis} figure).`,
	"actual": "partly unknown",
	"fix": limits.unknown_fix,
	"source": settings.source,
	"details": {"resources": input.totals.unpricedChanges, "modules": modules},
} if {
	limited
	not broken
	count(reasons) > 0
}

reasons := array.concat(
	limits.reasons(input.totals.unpricedChanges, modules),
	["the monthly cost at base is not known" | base_unknown],
)

modules := [call.address | some call in input.modules]

base_unknown if {
	limits.percent_undecided(settings.percent, increase, percent)
	input.totals.base.monthly == null
}

broken if limits.broken(settings.amount, increase)

broken if limits.broken(settings.percent, percent)

limited if settings.amount != null

limited if settings.percent != null
