# METADATA
# title: Billing prices
# description: The prices that a change writes are complete, say what they mean, and are tested.
# related_resources:
#   - ref: docs/billing-rules.md
#     description: Billing rules
#   - ref: https://www.finops.org/framework/capabilities/unit-economics/
#     description: What a unit costs and brings
# schemas:
#   - input: schema.change
#   - data.settings: schema.settings
# custom:
#   id: billing-prices
#   severity: high
package tollgate.change.billing_prices

import data.tollgate.lib.billing

settings := data.settings.billing

# METADATA
# title: Each quantity has exactly one tier
# description: >-
#   The upper bounds of tiers rise strictly, only the last tier is open, and a first flat price says whether it is due
#   without usage: a quantity with two prices or none is billed by chance. Order the tiers and end with `upTo: null`.
# custom:
#   rule: BP-111
deny contains finding if some finding in billing.of_rule(input.billing.problems, "BP-111")

# METADATA
# title: More usage never costs less in total
# description: >-
#   Where the whole quantity takes the price of the tier that it reaches, a cheaper tier makes the total fall at its bound:
#   a customer just below it pays more than one who uses more. Sometimes that is meant; use `graduated`, or a flat price in
#   the higher tier, where it is not.
# custom:
#   rule: BP-112
warn contains {
	"rule": "BP-112",
	"id": $`BP-112 {bound.sku} {bound.bound.text}`,
	"subject": bound.subject,
	"msg": $`More usage costs less: SKU "{bound.sku}" of {bound.name} costs {bound.totals.on.text} at {bound.bound.text}, and {bound.totals.above.text} just above.`,
	"actual": $`{bound.totals.above.text} just above {bound.bound.text}`,
	"expected": $`at least {bound.totals.on.text}`,
	"fix": "Use the model graduated, or give the higher tier a flat price that makes up for the difference.",
	"source": bound.source,
} if {
	some bound in input.billing.bounds
	bound.model in {"volume", "stairstep"}
	bound.totals.above.value < bound.totals.on.value
}

# METADATA
# title: A slice of more usage is not dearer
# description: >-
#   Graduated prices usually fall from tier to tier. A price that rises is either meant to slow customers down or a slip of
#   two lines: say which in the review.
# custom:
#   rule: BP-113
warn contains {
	"rule": "BP-113",
	"id": $`BP-113 {bound.sku} {bound.bound.text}`,
	"subject": bound.subject,
	"msg": $`A unit of SKU "{bound.sku}" of {bound.name} gets dearer above {bound.bound.text}: {bound.units.below.text}, then {bound.units.above.text}.`,
	"actual": bound.units.above.text,
	"expected": $`at most {bound.units.below.text}`,
	"fix": "See that the tiers are in the order that is meant.",
	"source": bound.source,
} if {
	some bound in input.billing.bounds
	bound.model == "graduated"
	bound.units.above.value > bound.units.below.value
}

# METADATA
# title: A SKU keeps its unit and its aggregate
# description: >-
#   Usage is recorded by SKU. When the unit or the way it is counted changes under the same id, recorded quantities mean
#   something else from one day to the next and no comparison holds. Give what is counted otherwise a new SKU.
# custom:
#   rule: BP-114
deny contains {
	"rule": "BP-114",
	"id": $`BP-114 {recounted.path}`,
	"subject": billing.subject(profile),
	"msg": $`{billing.title(profile)} counts a SKU otherwise under the same id: {recounted.path} was {recounted.base} and becomes {recounted.head}.`,
	"actual": recounted.head,
	"expected": recounted.base,
	"fix": "Keep it, and add a SKU with another id for what is counted otherwise.",
	"source": difference.source,
} if {
	some profile in input.profiles
	profile.lifecycle.base != "draft"
	some difference in profile.differences
	some recounted in billing.resolved(difference, input.profiles)
	recounted.kind == "changed"
	startswith(recounted.path, "skus[")
	not contains(recounted.path, "].price.")
	some field in ["].unit", "].meter.aggregate"]
	endswith(recounted.path, field)
}

# METADATA
# title: Rounding says its mode and its level
# description: >-
#   Billing engines disagree how a half is rounded, and whether lines or invoices are: the difference is real money over a
#   year. There is no default; write `rounding: { mode, level }`.
# custom:
#   rule: BP-115
deny contains finding if some finding in billing.of_rule(input.billing.problems, "BP-115")

# METADATA
# title: Each price has tests, and they pass
# description: >-
#   A test says what a quantity must cost, so that a slip in a tier is seen before a customer sees it. Each SKU has one, and
#   each bound of a tier has one at the bound or one step beside it, since most mistakes are made there. Tests stand in the
#   profile that sells the SKU: it has them for its rate card too. What it takes over unchanged from the profile that it extends has
#   its tests there; what `params` change there needs its own.
# custom:
#   rule: BP-116
deny contains {
	"rule": "BP-116",
	"id": $`BP-116 {tests.sku} none`,
	"subject": tests.subject,
	"msg": $`SKU "{tests.sku}" of {tests.name} has no test.`,
	"actual": "no test",
	"expected": "at least one",
	"fix": $`Add to tests what a quantity of it must cost: \{ sku: {tests.sku}, quantity: '…', expect: '…' }.`,
	"source": tests.source,
} if {
	some tests in input.billing.skuTests
	tests.tests == 0
}

deny contains {
	"rule": "BP-116",
	"id": $`BP-116 {tests.sku} bounds`,
	"subject": tests.subject,
	"msg": $`No test of SKU "{tests.sku}" of {tests.name} is at the bounds of its tiers: {billing.listed(tests.untested)}.`,
	"actual": $`{count(tests.untested)} bounds without a test`,
	"expected": "a test at each bound, or one step beside it",
	"fix": "Add a test with each of these quantities.",
	"source": tests.source,
} if {
	some tests in input.billing.skuTests
	tests.tests > 0
	count(tests.untested) > 0
}

deny contains {
	"rule": "BP-116",
	"id": $`BP-116 {result.test}`,
	"subject": result.subject,
	"msg": $`The test {result.test} of {result.name} fails: it costs {costs(result)}, not {result.expected}.`,
	"actual": costs(result),
	"expected": result.expected,
	"fix": "Correct the price, or what the test expects.",
	"source": result.source,
} if {
	some result in input.billing.testResults
	not result.passed
}

costs(result) := result.actual if result.actual != null

costs(result) := "what nobody can tell" if result.actual == null

# METADATA
# title: Files stay small enough to oversee
# description: >-
#   Mistakes hide in price lists that nobody can oversee. The limits are `most_tiers`, `most_skus` and `most_discounts`.
#   Share SKUs in rate cards and use parameters.
# custom:
#   rule: BP-117
warn contains {
	"rule": "BP-117",
	"id": $`BP-117 {size.what} {size.sku}`,
	"subject": size.subject,
	"msg": $`{where(size)} has {size.count} {words[size.what]}.`,
	"actual": $`{size.count} {words[size.what]}`,
	"expected": $`at most {most[size.what]}`,
	"fix": "Bring together what is alike, or share it in a rate card.",
	"source": size.source,
} if {
	some size in input.billing.sizes
	size.count > most[size.what]
}

words := {"skus": "SKUs", "discounts": "discounts", "tiers": "tiers"}

most := {"skus": settings.mostSkus, "discounts": settings.mostDiscounts, "tiers": settings.mostTiers}

where(size) := $`SKU "{size.sku}" of {size.name}` if size.sku != null

where(size) := $`The {size.name}` if size.sku == null
