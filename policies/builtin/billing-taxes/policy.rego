# METADATA
# title: Billing taxes
# description: Each customer has a tax rate for all of the time, and the rates are looked after.
# related_resources:
#   - ref: docs/billing-rules.md
#     description: Billing rules
#   - ref: https://www.iso.org/iso-3166-country-codes.html
#     description: Countries and subdivisions
# schemas:
#   - input: schema.change
#   - data.settings: schema.settings
# custom:
#   id: billing-taxes
#   severity: high
package tollgate.change.billing_taxes

import data.tollgate.lib.billing

settings := data.settings.billing

# METADATA
# title: Each bound customer has a tax rate
# description: >-
#   An invoice without its tax is wrong the day it is sent. The tax table of the profile has a rate for the
#   jurisdiction of each binding and for each category of its SKUs, for as long as the binding lasts.
# custom:
#   rule: BP-501
deny contains {
	"rule": "BP-501",
	"id": $`BP-501 {cover.jurisdiction} {cover.category}`,
	"subject": cover.reference,
	"msg": $`The tax table {cover.table} has no rate of {cover.jurisdiction} for "{cover.category}" from {cover.missingFrom} on, and "{cover.customer}" is billed there by {cover.reference}.`,
	"actual": "no rate",
	"expected": $`a rate of {cover.jurisdiction} for "{cover.category}"`,
	"fix": "Add the rate to a new version of the tax table, and refer to that.",
	"source": cover.source,
} if {
	some cover in input.billing.taxCovers
	cover.missingFrom != null
}

deny contains {
	"rule": "BP-501",
	"id": $`BP-501 {bound.reference} no-table`,
	"subject": bound.reference,
	"msg": $`{bound.reference} has no tax table any more, and bills {customers(bound)} without tax.`,
	"actual": "no taxes",
	"expected": "a tax table",
	"fix": "Refer to a tax table with \"taxes\". Where nothing is due, a rate of 0 says so.",
	"source": bound.source,
} if {
	some bound in input.billing.untaxed
	bound.reason == "no-table"
}

warn contains {
	"rule": "BP-501",
	"id": $`BP-501 {bound.reference} no-jurisdiction`,
	"subject": bound.reference,
	"msg": $`{bound.reference} binds {customers(bound)} anew without a jurisdiction, and no usage of theirs has one: no tax can be told.`,
	"actual": "no jurisdiction",
	"expected": "a jurisdiction",
	"fix": "Give the binding a jurisdiction, or see to it that the usage says where it is taxed.",
	"source": bound.source,
} if {
	some bound in input.billing.untaxed
	bound.reason == "no-jurisdiction"
}

customers(bound) := $`"{bound.customer}"` if bound.customers == 1

customers(bound) := $`"{bound.customer}" and {bound.customers - 1} more` if bound.customers > 1

# METADATA
# title: Tax rates follow each other without a gap
# description: >-
#   Between two rates of one place and category no tax is charged, and where they overlap nobody can tell which
#   holds. A rate ends when the next one begins.
# custom:
#   rule: BP-502
deny contains finding if some finding in billing.of_rule(input.billing.problems, "BP-502")

deny contains {
	"rule": "BP-502",
	"id": $`BP-502 {pair.jurisdiction} {pair.category} {pair.begins}`,
	"subject": pair.subject,
	"msg": $`The rate of {pair.jurisdiction} for "{pair.category}" in {pair.name} that begins at {pair.begins} {fit(pair)}.`,
	"actual": pair.begins,
	"expected": end(pair),
	"fix": "Let the earlier rate end when the later one begins.",
	"source": pair.source,
} if {
	some pair in input.billing.taxSuccessions
	pair.apart != 0
}

fit(pair) := "overlaps the one before it, which has no end" if pair.apart == null

fit(pair) := $`overlaps the one before it, which ends at {pair.ends}` if {
	pair.apart != null
	pair.apart < 0
}

fit(pair) := $`leaves a gap after the one before it, which ends at {pair.ends}` if {
	pair.apart != null
	pair.apart > 0
}

end(pair) := pair.ends if pair.ends != null

end(pair) := "an end of the one before it" if pair.ends == null

# METADATA
# title: Tax tables are looked at each quarter
# description: >-
#   Tax rates change with laws that no repository hears of. A table that was published longer ago than
#   `tax_table_max_age_days` should be read again; a new version says that it was. It is asked of a table that the change
#   touches, or that a profile begins to name.
# custom:
#   rule: BP-503
warn contains {
	"rule": "BP-503",
	"id": "BP-503",
	"subject": table.subject,
	"msg": $`The {table.name} was last published at {table.date}, {table.ageDays} days ago.`,
	"actual": $`{table.ageDays} days`,
	"expected": $`at most {settings.taxTableMaxAgeDays} days`,
	"fix": "Hold it against the law, and publish a new version.",
	"source": table.source,
} if {
	some table in input.billing.taxTableAges
	table.ageDays > settings.taxTableMaxAgeDays
}

warn contains {
	"rule": "BP-503",
	"id": "BP-503",
	"subject": table.subject,
	"msg": $`Nobody says how old the {table.name} is.`,
	"actual": "unknown",
	"expected": $`at most {settings.taxTableMaxAgeDays} days`,
	"fix": "Give it an effective date, or write its snapshot.",
	"source": table.source,
} if {
	some table in input.billing.taxTableAges
	table.ageDays == null
}

# METADATA
# title: Whether tax is in the price changes with a major version
# description: >-
#   The same price with the tax in it is less revenue, or a dearer product. A change of `inclusive` is a major
#   version of the tax table.
# custom:
#   rule: BP-504
deny contains {
	"rule": "BP-504",
	"id": $`BP-504 {difference.path}`,
	"subject": billing.subject(profile),
	"msg": $`{billing.title(profile)} changes whether prices hold the tax ({difference.path}), and its version goes from {profile.baseVersion} to {profile.headVersion}.`,
	"actual": profile.headVersion,
	"expected": "a major version",
	"fix": "Raise the major version.",
	"source": difference.source,
} if {
	some profile in input.profiles
	profile.kind == "TaxTable"
	profile.lifecycle.base != "draft"
	profile.actualBump != "major"
	some difference in profile.differences
	billing.is_inclusive(difference)
}
