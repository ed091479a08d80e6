# METADATA
# title: Billing discounts
# description: Discounts and commitments take off what is meant, and no more.
# related_resources:
#   - ref: docs/billing-rules.md
#     description: Billing rules
#   - ref: https://www.finops.org/framework/capabilities/rate-optimization/
#     description: Discounts and commitments
# schemas:
#   - input: schema.change
#   - data.settings: schema.settings
# custom:
#   id: billing-discounts
#   severity: high
package tollgate.change.billing_discounts

import data.tollgate.lib.billing

settings := data.settings.billing

# METADATA
# title: Overlapping discounts say which comes first
# description: >-
#   Percent and fixed discounts give different amounts in another order. Where two can hold for one SKU at one
#   instant, their `precedence` differs.
# custom:
#   rule: BP-401
deny contains {
	"rule": "BP-401",
	"id": $`BP-401 {pair.first} {pair.second}`,
	"subject": pair.subject,
	"msg": $`The discounts "{pair.first}" and "{pair.second}" of {pair.name} can hold at the same time and have the same precedence, {pair.precedence.second}.`,
	"actual": $`precedence {pair.precedence.second} twice`,
	"expected": "a precedence of its own for each",
	"fix": "Give one of them another precedence: the least is taken first.",
	"source": pair.source,
} if {
	some pair in input.billing.discountOverlaps
	pair.precedence.first == pair.precedence.second
}

# METADATA
# title: A promotion has an end that is to come
# description: >-
#   A discount that everybody has, or that begins on a date, is a promotion: without an end it becomes the price,
#   and nobody remembers that it was to stop. A new or changed one has an end, after now and after the version begins.
# custom:
#   rule: BP-402
deny contains finding if some finding in billing.of_rule(input.billing.problems, "BP-402")

deny contains {
	"rule": "BP-402",
	"id": $`BP-402 {discount.discount} end`,
	"subject": discount.subject,
	"msg": $`The promotion "{discount.discount}" of {discount.name} has no end.`,
	"actual": "no end",
	"expected": "an end (to)",
	"fix": "Give it an end. What is meant for good is a price, or a discount that is granted.",
	"source": discount.source,
} if {
	some discount in input.billing.discounts
	discount.written
	discount.to == null
	is_promotion(discount)
}

deny contains {
	"rule": "BP-402",
	"id": $`BP-402 {discount.discount} over`,
	"subject": discount.subject,
	"msg": $`The discount "{discount.discount}" of {discount.name} is over already: it ends at {discount.to}.`,
	"actual": discount.to,
	"expected": $`after {input.now}`,
	"fix": "Move its end, or take it out.",
	"source": discount.source,
} if {
	some discount in input.billing.discounts
	discount.written
	discount.endsIn != null
	discount.endsIn <= 0
}

deny contains {
	"rule": "BP-402",
	"id": $`BP-402 {discount.discount} never`,
	"subject": discount.subject,
	"msg": $`The discount "{discount.discount}" of {discount.name} ends at {discount.to}, before the version begins at {discount.endsBefore}: nobody has it.`,
	"actual": discount.to,
	"expected": $`after {discount.endsBefore}`,
	"fix": "Move its end, or take it out.",
	"source": discount.source,
} if {
	some discount in input.billing.discounts
	discount.written
	discount.endsBefore != null
	discount.endsIn > 0
}

is_promotion(discount) if discount.forAll

is_promotion(discount) if discount.from != null

# METADATA
# title: Discounts leave something to pay
# description: >-
#   Percentages of more than 100 would pay the customer, a single one as well as stacked ones. The sum counts all that one
#   customer can have at one instant, granted ones included. 100 gives a SKU away, and stands in the share of BP-405.
# custom:
#   rule: BP-403
deny contains finding if some finding in billing.of_rule(input.billing.problems, "BP-403")

deny contains {
	"rule": "BP-403",
	"id": $`BP-403 {stack.sku}`,
	"subject": stack.subject,
	"msg": $`Stacked discounts take {stack.percent.text} percent off SKU "{stack.sku}" of {stack.name}: {billing.listed(stack.discounts)}.`,
	"actual": $`{stack.percent.text} percent`,
	"expected": "at most 100 percent together",
	"fix": "Lower one of them, or let only one hold: stacking best or exclusive.",
	"source": stack.source,
} if {
	some stack in input.billing.discountStacks
	stack.percent.value > 100
}

# METADATA
# title: A discount goes by what is there
# description: >-
#   A discount for a SKU or a tag that nobody has never holds, and a slip in a tag is seen when a customer
#   complains. Name a SKU of the profile, and tags that a binding of its environment carries.
# custom:
#   rule: BP-404
deny contains finding if some finding in billing.of_rule(input.billing.problems, "BP-404")

deny contains {
	"rule": "BP-404",
	"id": $`BP-404 {condition.discount} {condition.value}`,
	"subject": condition.subject,
	"msg": $`The discount "{condition.discount}" of {condition.name} goes by the {condition.what} "{condition.value}", which {nobody[condition.what]}.`,
	"actual": condition.value,
	"expected": expected[condition.what],
	"fix": "Correct it, or take the discount out.",
	"source": condition.source,
} if {
	some condition in input.billing.discountConditions
	not condition.known
}

deny contains {
	"rule": "BP-404",
	"id": $`BP-404 {grant.discount} {grant.value}`,
	"subject": grant.subject,
	"msg": $`A binding of {grant.name} grants the discount "{grant.discount}", which {grant.value} does not have.`,
	"actual": grant.discount,
	"expected": $`a discount of {grant.value}`,
	"fix": "Correct it, or take the grant out.",
	"source": grant.source,
} if {
	some grant in input.billing.discountConditions
	grant.what == "grant"
	not grant.known
}

nobody := {"SKU": "the profile does not have", "tag": "no binding carries"}

expected := {"SKU": "a SKU of the profile", "tag": "a tag of a binding"}

# METADATA
# title: The discounted share stays
# description: >-
#   Discounts grow quietly. When their share of what would be billed without them rises by more points than
#   `max_discount_share_rise`, by recorded usage, somebody should say that it is meant.
# custom:
#   rule: BP-405
warn contains {
	"rule": "BP-405",
	"id": $`BP-405 {total.currency}`,
	"subject": total.currency,
	"msg": $`Discounts take {total.discounted.head.text} of what is billed in {total.currency}, after {total.discounted.base.text}; the limit is a rise of {settings.maxDiscountShareRise.text}.`,
	"actual": total.discounted.rise.text,
	"expected": $`at most {settings.maxDiscountShareRise.text}`,
	"fix": "See which discount does it in the report, and whether it is meant.",
	"source": total.source,
} if {
	some total in input.billing.revenueTotals
	total.discounted.rise != null
	total.discounted.rise.value > settings.maxDiscountShareRise.value
}

# METADATA
# title: Overage is not cheaper than what is committed
# description: >-
#   When a unit above the commitment costs less than one within it, it pays to commit to nothing. Units are those that are
#   billed: after conversion, and without what is free.
# custom:
#   rule: BP-406
warn contains {
	"rule": "BP-406",
	"id": $`BP-406 {overage.commitment} {overage.sku}`,
	"subject": overage.subject,
	"msg": $`Above the commitment "{overage.commitment}" of {overage.name} SKU "{overage.sku}" gets cheaper: {overage.inside.text} within it, {overage.above.text} above.`,
	"actual": overage.above.text,
	"expected": $`at least {overage.inside.text}`,
	"fix": "Raise the overage, or say in the review that it is meant.",
	"source": overage.source,
} if {
	some overage in input.billing.overages
	overage.above.value < overage.inside.value
}
