# METADATA
# title: Billing usage
# description: Recorded usage that a change is judged by is attributed, in time and there once.
# related_resources:
#   - ref: docs/billing-rules.md
#     description: Billing rules
#   - ref: https://focus.finops.org/focus-specification/
#     description: Columns of usage records
# schemas:
#   - input: schema.change
#   - data.settings: schema.settings
# custom:
#   id: billing-usage
#   severity: medium
package tollgate.change.billing_usage

settings := data.settings.billing

# METADATA
# title: Usage says whose and what it is
# description: >-
#   Rows without a customer or a SKU that anybody knows earn nothing. Their share of all rows stays within
#   `max_untagged_percent`.
# custom:
#   rule: BP-801
warn contains {
	"rule": "BP-801",
	"id": "BP-801",
	"msg": $`Recorded usage without a known customer or SKU: {rows} of its rows, {shares(untagged)}; the limit is {settings.maxUntaggedPercent.text}. The first: {untagged[0].message}`,
	"actual": $`rows: {rows}`,
	"expected": $`at most {settings.maxUntaggedPercent.text}`,
	"fix": "Bind the customer, or correct the id where usage is recorded.",
	"source": untagged[0].source,
} if {
	untagged := [part | some part in input.billing.rejectedUsage; part.reason in {"unknown-identity", "unknown-sku"}]
	sum([part.share.value | some part in untagged]) > settings.maxUntaggedPercent.value
	rows := sum([part.rows | some part in untagged])
}

shares(parts) := concat(" and ", [$`{part.share.text} {words[part.reason]}` | some part in parts])

words := {"unknown-identity": "without a known customer", "unknown-sku": "without a known SKU"}

# METADATA
# title: Usage arrives in time
# description: >-
#   Usage that comes after the cutoff of its period is on no invoice. It is billed by a correction, or lost. So is usage of
#   a billing period in which its customer had no profile: before its binding begins, or after it ends. What is said to begin
#   after now is not usage yet, and nothing is judged by it. A shorter cutoff loses what came in time by the longer one.
# custom:
#   rule: BP-802
warn contains {
	"rule": "BP-802",
	"id": $`BP-802 {part.reason}`,
	"msg": $`Recorded usage {late[part.reason]}: {part.rows} of its rows, {part.share.text}. The first: {part.message}`,
	"actual": $`rows: {part.rows}`,
	"expected": "none",
	"fix": fixes[part.reason],
	"source": part.source,
} if {
	some part in unbilled
}

unbilled contains part if {
	some part in input.billing.rejectedUsage
	part.reason in {"late", "outside-window"}
}

unbilled contains part if some part in input.billing.unbilledUsage

late := {
	"late": "that came after its cutoff",
	"late-at-head": "that comes in time before the change, and too late after it",
	"outside-window": "that begins after now",
	"unbound": "of customers who have no profile at its time",
}

fixes := {
	"late": "Bill them by a correction, and see why they came so late.",
	"late-at-head": "Keep the cutoff, or see to it that usage arrives earlier.",
	"outside-window": "Correct the instants where usage is recorded.",
	"unbound": "Correct the instants where usage is recorded, or bill them by a correction.",
}

# METADATA
# title: An event is counted once
# description: >-
#   Two rows with one event id and different content cannot both be right, and nobody can tell which is. The same
#   row twice is counted once and is no fault.
# custom:
#   rule: BP-803
deny contains {
	"rule": "BP-803",
	"id": "BP-803",
	"msg": $`Recorded usage with the id of another event and different content: {part.rows} of its rows. The first: {part.message}`,
	"actual": $`rows: {part.rows}`,
	"expected": "none",
	"fix": "Correct the source of the events: an id stands for one event.",
	"source": part.source,
} if {
	some part in input.billing.rejectedUsage
	part.reason == "conflicting-duplicate"
}
