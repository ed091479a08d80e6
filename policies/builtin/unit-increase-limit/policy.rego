# METADATA
# title: Increase per unit
# description: A change does not raise the cost of a unit, such as an order, by more than the configured amount or percentage.
# related_resources:
#   - ref: https://www.finops.org/framework/capabilities/unit-economics/
#     description: Cost per unit of business
# schemas:
#   - input: schema.change
#   - data.settings: schema.settings
# custom:
#   id: unit-increase-limit
#   severity: high
package tollgate.change.unit_increase_limit

import data.tollgate.lib.limits

settings := data.settings.unitIncrease

# One row for each unit that a limit holds for, with the figures of the basis picked.
limited contains {
	"unit": unit,
	"amount": amount,
	"increase": unit.delta[settings.basis],
	"text": unit.delta.text[settings.basis],
	"percent": unit.percent[settings.basis],
	"percent_text": unit.percent.text[settings.basis],
} if {
	some unit in input.units
	unit.delta != null
	amount := object.get(settings.amounts, unit.id, null)
	has_limit(unit)
}

deny contains {
	"id": "amount",
	"subject": row.unit.id,
	"msg": $`The cost of {row.unit.label} rises by {row.text} ({settings.basis} figure); the limit is {row.amount.text}.`,
	"actual": row.text,
	"expected": $`at most {row.amount.text}`,
} if {
	some row in limited
	limits.broken(row.amount, row.increase)
}

deny contains {
	"id": "percent",
	"subject": row.unit.id,
	"msg": $`The cost of {row.unit.label} rises by {row.percent_text} ({row.text}, {settings.basis} figure); the limit is {settings.percent.text}.`,
	"actual": row.percent_text,
	"expected": $`at most {settings.percent.text}`,
} if {
	some row in limited
	limits.broken(settings.percent, row.percent)
}

warn contains {
	"id": "percent",
	"subject": row.unit.id,
	"msg": $`The limit of {settings.percent.text} cannot decide: the cost of {row.unit.label} at base is 0 and rises by {row.text} ({settings.basis} figure).`,
	"actual": row.text,
	"expected": $`at most {settings.percent.text}`,
	"fix": "Set a limit as an amount for this unit as well.",
} if {
	some row in limited
	limits.percent_undecided(settings.percent, row.increase, row.percent)
}

warn contains {
	"id": "unknown",
	"subject": unit.id,
	"msg": $`Cannot tell by how much the cost of {unit.label} rises.{reasons(unit)}`,
	"actual": "unknown",
} if {
	some unit in input.units
	has_limit(unit)
	unit.delta == null
	not same_cost(unit)
}

warn contains {
	"id": "unpriced",
	"subject": row.unit.id,
	"msg": $`The limit for {row.unit.label} holds for the known part only. Resources without a full price: {more} more than at base.`,
	"actual": "partly unknown",
} if {
	some row in limited
	not limits.broken(row.amount, row.increase)
	not limits.broken(settings.percent, row.percent)
	more := row.unit.head.unpriced - row.unit.base.unpriced
	more > 0
}

has_limit(_) if settings.percent != null

has_limit(unit) if settings.amounts[unit.id]

# Without a volume the cost per unit is unknown, but a cost that stays the same raises nothing.
same_cost(unit) if {
	unit.base.monthly != null
	unit.base.monthly == unit.head.monthly
	unit.base.unpriced == unit.head.unpriced
}

reasons(unit) := "" if count(unit.missing) == 0

reasons(unit) := $` {concat(" ", unit.missing)}` if count(unit.missing) > 0
