# METADATA
# title: Billing files
# description: A billing file that a change touches has its form, and what it refers to is there.
# related_resources:
#   - ref: docs/billing-rules.md
#     description: Billing rules
#   - ref: https://www.rfc-editor.org/rfc/rfc8259
#     description: The data model of YAML and JSON files
# schemas:
#   - input: schema.change
#   - data.settings: schema.settings
# custom:
#   id: billing-files
#   severity: critical
package tollgate.change.billing_files

import data.tollgate.lib.billing

# METADATA
# title: A billing file has its form
# description: >-
#   Kinds, keys, values and ids are those of the published schema, and unknown keys are refused: a misspelt key would be
#   a price that nobody reads. Correct what the finding names; an editor completes the keys from the schema.
# custom:
#   rule: BP-101
deny contains finding if some finding in billing.of_rule(input.billing.problems, "BP-101")

# METADATA
# title: No key stands twice, and no text stands for another
# description: >-
#   Readers of YAML disagree which of two equal keys holds, and a few aliases can stand for gigabytes. Duplicate keys and
#   merge keys are refused, aliases are bounded. Write each key once, and shared values where they are used.
# custom:
#   rule: BP-102
deny contains finding if some finding in billing.of_rule(input.billing.problems, "BP-102")

# METADATA
# title: Money is a decimal in quotes
# description: >-
#   A number without quotes passes through a binary fraction in most readers, and 0.1 is none. Money, rates and quantities
#   are plain decimals in quotes, with at most 12 digits more than the minor unit of their currency has.
# custom:
#   rule: BP-103
deny contains finding if some finding in billing.of_rule(input.billing.problems, "BP-103")

deny contains {
	"rule": "BP-103",
	"id": $`BP-103 {amount.text}`,
	"subject": amount.subject,
	"msg": $`The amount {amount.text} in {amount.name} has {amount.decimals} digits after the point; {amount.currency} has {amount.minorDigits}.`,
	"actual": $`{amount.decimals} digits`,
	"expected": $`at most {amount.minorDigits + 12} digits`,
	"fix": "Price a larger unit, such as a thousand or a million, with a conversion of the metered quantity.",
	"source": amount.source,
} if {
	some amount in input.billing.fineAmounts
	amount.decimals > amount.minorDigits + 12
}

# METADATA
# title: References are pinned and lead somewhere
# description: >-
#   A profile names its rate card, tax table and what it extends by id and version, and all of them are there, without a
#   circle: what is rated must not change because another file did. Name a version that exists. For the same reason a
#   new version of a rate card or tax table reaches nobody before a profile names it: that is a warning. A correction
#   names a customer and an SKU of its version, and a time in which that version held for the customer.
# custom:
#   rule: BP-104
deny contains finding if some finding in billing.of_rule(input.billing.problems, "BP-104")

warn contains {
	"rule": "BP-104",
	"id": $`BP-104 {version.reference}`,
	"subject": version.subject,
	"msg": $`No billing profile refers to {version.reference}: {reaches(version)} {billing.listed(version.others)} ({billing.listed(version.profiles)}), and nobody is billed by the new version of {version.name}.`,
	"actual": billing.listed(version.others),
	"expected": version.reference,
	"fix": $`Let the profiles that it is for refer to {version.reference}, in new versions of theirs.`,
	"source": version.source,
} if {
	some version in input.billing.unreferred
}

reaches(version) := "1 profile still has" if count(version.profiles) == 1

reaches(version) := $`{count(version.profiles)} profiles still have` if count(version.profiles) > 1

# METADATA
# title: One owner is accountable
# description: >-
#   Somebody must be asked when a customer doubts a price. Every profile and rate card names exactly one accountable user
#   or team; finance and platform may stand beside it.
# custom:
#   rule: BP-105
deny contains finding if some finding in billing.of_rule(input.billing.problems, "BP-105")
