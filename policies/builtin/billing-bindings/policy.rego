# METADATA
# title: Billing bindings
# description: Customers are bound to one profile that is meant for them, and files hold nothing that does not belong there.
# related_resources:
#   - ref: docs/billing-rules.md
#     description: Billing rules
#   - ref: https://www.finops.org/framework/capabilities/allocation/
#     description: Who usage and cost belong to
# schemas:
#   - input: schema.change
#   - data.settings: schema.settings
# custom:
#   id: billing-bindings
#   severity: critical
package tollgate.change.billing_bindings

import data.tollgate.lib.billing

settings := data.settings.billing

# METADATA
# title: Production customers have a production profile
# description: >-
#   A test profile is never billed, a sandbox has no prices that hold, and a draft binds nobody: a customer in
#   production who has one pays nothing, or what nobody agreed to. Bind to a published version of a production
#   profile.
# custom:
#   rule: BP-301
deny contains finding if some finding in billing.of_rule(input.billing.problems, "BP-301")

deny contains {
	"rule": "BP-301",
	"id": $`BP-301 {bound.reference}`,
	"subject": bound.reference,
	"msg": $`{customers(bound)} in production to {bound.reference}, {unfit[0]}.`,
	"actual": unfit[0],
	"expected": "a published version of a profile for prod",
	"fix": "Bind to a published production profile, or bind in the environment that the profile is for.",
	"source": bound.source,
} if {
	some bound in input.billing.boundProfiles
	bound.environment == "prod"
	unfit := array.concat(
		array.concat(
			["which is a test profile" | bound.test],
			[$`which is for {bound.profileEnvironment}` | bound.profileEnvironment != "prod"],
		),
		["which is a draft" | bound.lifecycle == "draft"],
	)
	count(unfit) > 0
}

customers(bound) := $`"{bound.customer}" is bound` if bound.customers == 1

customers(bound) := $`"{bound.customer}" and {bound.customers - 1} more are bound` if bound.customers > 1

# METADATA
# title: A customer has one profile at a time
# description: >-
#   With two active profiles at one instant nobody can tell which prices hold. End one binding when the other
#   begins.
# custom:
#   rule: BP-302
deny contains finding if some finding in billing.of_rule(input.billing.problems, "BP-302")

# METADATA
# title: Billing files hold no personal or payment data
# description: >-
#   Billing files are read by many and kept for years. Card numbers, account numbers, e-mail addresses, tax ids and
#   secrets do not belong there: use opaque ids, and take what was committed out of the history too.
# custom:
#   rule: BP-303
deny contains {
	"rule": "BP-303",
	"id": $`BP-303 {found.kind} {found.masked}`,
	"subject": found.subject,
	"msg": $`There is what looks like {article(found.kind)} {found.kind} in {found.name}: {found.masked}.`,
	"actual": found.masked,
	"expected": "opaque ids",
	"fix": "Replace it with an opaque id, and take it out of the history of the repository.",
	"source": found.source,
} if {
	some found in input.billing.personalData
}

article(kind) := "an" if substring(kind, 0, 1) in {"A", "I", "e"}

article(kind) := "a" if not substring(kind, 0, 1) in {"A", "I", "e"}

# METADATA
# title: What was paid does not become free
# description: >-
#   A price of 0 gives away what customers paid for, often by a slip or a flag. When it is meant, use a discount
#   with an end, so that it is seen and stops. A free quantity that holds all that anybody has used by the recorded usage is
#   a warning.
# custom:
#   rule: BP-304
deny contains {
	"rule": "BP-304",
	"id": $`BP-304 {path}`,
	"subject": billing.subject(profile),
	"msg": $`{billing.title(profile)} gives away what was paid: {path} {was(given)} and becomes {given.head}.`,
	"actual": given.head,
	"expected": "more than 0",
	"fix": "Keep the price, and give a discount with an end instead.",
	"source": difference.source,
} if {
	some profile in input.profiles
	profile.lifecycle.base != "draft"
	some difference in profile.differences
	some given in billing.resolved(difference, input.profiles)
	given.changeClass == "price-to-zero"
	is_within_sku(given)
	path := given.path
}

warn contains {
	"rule": "BP-304",
	"id": $`BP-304 free {freed.sku}`,
	"subject": freed.subject,
	"msg": $`The {freed.name} gives away what was paid: with a free quantity of {freed.free.head.text} of SKU "{freed.sku}", and {freed.free.base.text} before, the recorded usage brings nothing, and {freed.revenue.text} before.`,
	"actual": freed.free.head.text,
	"expected": "less than customers use",
	"fix": "See whether the free quantity is right; when all is meant to be free, give a discount with an end instead.",
	"source": freed.source,
} if {
	some freed in input.billing.freedSkus
}

# What is new as a whole was paid by nobody.
is_within_sku(given) if given.base != null

is_within_sku(given) if contains(given.path, "].")

was(given) := $`was {given.base}` if given.base != null

was(given) := "was not there" if given.base == null

# METADATA
# title: Profiles that are almost alike share one
# description: >-
#   A profile for each small variant means as many places to change a price in, and one of them is forgotten. Use
#   `extends` with `params`, a discount that is granted, or a rate card. Of more than 1,000 profiles that have a
#   third of their values in common the first by path are compared.
# custom:
#   rule: BP-305
warn contains {
	"rule": "BP-305",
	"id": "BP-305",
	"subject": near.subject,
	"msg": $`The {near.name} differs from "{near.other}" {values(near.differing)}.`,
	"actual": $`{count(near.differing)} different values`,
	"expected": "more than 2 different values, or extends",
	"fix": $`Let it extend "{near.other}" with params, or grant a discount.`,
	"source": near.source,
} if {
	some near in input.billing.nearProfiles
	count(near.differing) < 3
}

values(differing) := $`only in {billing.listed(differing)}` if count(differing) > 0

values(differing) := "in nothing that is rated" if count(differing) == 0

# METADATA
# title: Exchange rates are signed and fresh
# description: >-
#   An exchange rate is money: who wrote it is named, and a rate that is older than `fx_max_age_days` misprices what
#   is billed in another currency. Add the day's rate with `signedBy`.
# custom:
#   rule: BP-306
deny contains {
	"rule": "BP-306",
	"id": $`BP-306 {rate.pair} {rate.date}`,
	"subject": rate.subject,
	"msg": $`The rate {rate.pair} of {rate.date} in {rate.name} is signed by nobody.`,
	"actual": "no signedBy",
	"expected": "signedBy",
	"fix": "Let the one who answers for the rate put the name into signedBy.",
	"source": rate.source,
} if {
	some rate in input.billing.writtenRates
	not rate.signed
}

deny contains {
	"rule": "BP-306",
	"id": $`BP-306 {rate.pair} age`,
	"subject": rate.subject,
	"msg": $`The newest rate {rate.pair} in {rate.name} is of {rate.date}, {rate.ageDays} days ago.`,
	"actual": $`{rate.ageDays} days`,
	"expected": $`at most {settings.fxMaxAgeDays} days`,
	"fix": "Add a newer rate.",
	"source": rate.source,
} if {
	some rate in input.billing.rateAges
	rate.ageDays > settings.fxMaxAgeDays
}
