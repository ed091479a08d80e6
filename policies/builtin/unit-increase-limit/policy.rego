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

# One row for each unit that a limit holds for, with the figures of the basis picked. The known part alone can break a
# limit; when nothing is unknown it is the whole.
limited contains {
	"unit": unit,
	"amount": object.get(settings.amounts, unit.id, null),
	"increase": unit.known.perUnit[settings.basis],
	"text": unit.known.perUnit.text[settings.basis],
	"percent": unit.known.percent[settings.basis],
	"percent_text": unit.known.percent.text[settings.basis],
} if {
	some unit in input.units
	unit.known.perUnit != null
	has_limit(unit)
}

deny contains {
	"id": "amount",
	"subject": row.unit.id,
	"msg": $`The cost of {row.unit.label} rises by {row.text} ({settings.basis} figure); the limit is {row.amount.text}.`,
	"actual": row.text,
	"expected": $`at most {row.amount.text}`,
	"source": row.unit.source,
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
	"source": row.unit.source,
} if {
	some row in limited
	limits.broken(settings.percent, row.percent)
}

deny contains finding if {
	settings.unknown == "fail"
	some finding in unknown
}

warn contains finding if {
	settings.unknown == "warn"
	some finding in unknown
}

warn contains {
	"id": "percent",
	"subject": row.unit.id,
	"msg": $`The limit of {settings.percent.text} cannot decide: the cost of {row.unit.label} at base is 0 and rises by {row.text} ({settings.basis} figure).`,
	"actual": row.text,
	"expected": $`at most {settings.percent.text}`,
	"fix": "Set a limit as an amount for this unit as well.",
	"source": row.unit.source,
} if {
	some row in limited
	limits.percent_undecided(settings.percent, row.increase, row.percent)
	row.unit.base.known.perUnit != null
}

unknown contains {
	"id": "unknown",
	"subject": unit.id,
	"msg": $`Cannot tell by how much the cost of {unit.label} rises: {concat("; ", why)}.`,
	"actual": "unknown",
	"fix": limits.unknown_fix,
	"source": unit.source,
	"details": {"resources": unit.unpricedChanges, "modules": modules},
} if {
	some unit in input.units
	has_limit(unit)
	not broken(unit)
	why := array.concat(limits.reasons(unit.unpricedChanges, modules), gaps(unit))
	count(why) > 0
}

modules := [call.address | some call in input.modules]

# A cost that stays the same needs neither a volume nor a known base.
gaps(unit) := ["no volume is known"] if {
	moves(unit)
	unit.known.perUnit == null
} else := ["the cost at base is not known"] if {
	some row in limited
	row.unit.id == unit.id
	limits.percent_undecided(settings.percent, row.increase, row.percent)
	unit.base.known.perUnit == null
} else := []

moves(unit) if {
	some basis in ["low", "likely", "high"]
	unit.known.monthly[basis] != 0
}

broken(unit) if {
	some row in limited
	row.unit.id == unit.id
	limits.broken(row.amount, row.increase)
}

broken(unit) if {
	some row in limited
	row.unit.id == unit.id
	limits.broken(settings.percent, row.percent)
}

has_limit(_) if settings.percent != null

has_limit(unit) if settings.amounts[unit.id]
