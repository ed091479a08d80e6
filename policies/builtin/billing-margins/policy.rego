# METADATA
# title: Billing margins
# description: What a change of prices does to revenue, margin and customers stays within limits.
# related_resources:
#   - ref: docs/billing-rules.md
#     description: Billing rules
#   - ref: https://www.finops.org/framework/capabilities/unit-economics/
#     description: What a unit costs and brings
# schemas:
#   - input: schema.change
#   - data.settings: schema.settings
# custom:
#   id: billing-margins
#   severity: high
package tollgate.change.billing_margins

import data.tollgate.lib.billing
import data.tollgate.lib.impacts

settings := data.settings.billing

# METADATA
# title: A SKU belongs to one profit center
# description: >-
#   What a SKU earns is shown to somebody. Where profit centers are in use each SKU names one, and the same one in
#   all profiles and rate cards.
# custom:
#   rule: BP-601
deny contains {
	"rule": "BP-601",
	"id": $`BP-601 {sku.sku}`,
	"subject": sku.subject,
	"msg": $`SKU "{sku.sku}" of {sku.name} has no profit center.`,
	"actual": "none",
	"expected": "a profit center",
	"fix": "Add profitCenter to the SKU.",
	"source": sku.source,
} if {
	some sku in input.billing.skuCenters
	sku.inUse
	sku.center == null
}

deny contains {
	"rule": "BP-601",
	"id": $`BP-601 {sku.sku}`,
	"subject": sku.subject,
	"msg": $`SKU "{sku.sku}" belongs to "{sku.center}" in {sku.name}, and to "{billing.listed(different)}" elsewhere.`,
	"actual": sku.center,
	"expected": billing.listed(different),
	"fix": "Name one profit center for the SKU everywhere, or give one of the SKUs another id.",
	"source": sku.source,
} if {
	some sku in input.billing.skuCenters
	sku.center != null
	different := [other | some other in sku.others; other != sku.center]
	count(different) > 0
}

# METADATA
# title: Shared cost is allocated
# description: >-
#   A cost that several share, and that no rule divides, lies with whoever is billed for it. Each pool of the
#   recorded usage that had an allocation rule keeps one.
# custom:
#   rule: BP-602
deny contains {
	"rule": "BP-602",
	"id": $`BP-602 {pool.pool}`,
	"subject": pool.pool,
	"msg": $`Nobody bears the shared cost of pool "{pool.pool}" any more, {pool.cost.text} in the recorded usage: its allocation rule is gone.`,
	"actual": "no allocation rule",
	"expected": $`a rule for pool "{pool.pool}"`,
	"fix": "Keep the rule in allocation of a profile.",
	"source": pool.source,
} if {
	some pool in input.billing.pools
	pool.allocated.base
	not pool.allocated.head
}

# METADATA
# title: Shares are the whole
# description: >-
#   Fixed shares of a pool sum to exactly 1 and revenue shares to at most 100 percent: otherwise money is left over,
#   or given away twice.
# custom:
#   rule: BP-603
deny contains finding if some finding in billing.of_rule(input.billing.problems, "BP-603")

# METADATA
# title: Revenue does not fall beyond its limit
# description: >-
#   Recorded usage is rated with the prices of both sides. A loss above `max_revenue_loss_percent`, or above
#   `max_customer_loss_percent` for one customer, is not merged by accident, whether a price changes or who is bound
#   to it, and at whatever time its terms differ. Revenue is that of the customers of each profile, and that of all profiles
#   that have one currency. A profile can set stricter limits of its own. What a customer pays in another currency than
#   before cannot be compared: it is in neither. That is a warning, unless those customers paid more of the revenue in
#   the currency than may be lost of it.
# custom:
#   rule: BP-604
deny contains {
	"rule": "BP-604",
	"id": "BP-604 revenue",
	"subject": impact.subject,
	"msg": $`The revenue of {impact.name} changes by {impact.lowest.percent.text} ({impact.lowest.delta.text}) on the recorded usage{impacts.then(impact.lowest)}; the limit is a loss of {limit.text}.`,
	"actual": impact.lowest.percent.text,
	"expected": $`a loss of at most {limit.text}`,
	"fix": "Change less, or raise the limit in a change of its own.",
	"source": impact.source,
} if {
	some impact in input.billing.impacts
	limit := broken_limit(impact)
}

broken_limit(impact) := limit if {
	limit := impacts.least([settings.maxRevenueLossPercent, impact.limits.maxRevenueLoss])
	impact.lowest.percent != null
	impact.lowest.percent.value < 0 - limit.value
}

deny contains {
	"rule": "BP-604",
	"id": $`BP-604 {total.currency}`,
	"subject": total.currency,
	"msg": $`The revenue of all profiles in {total.currency} changes by {total.revenue.percent.text} ({total.revenue.delta.text}) on the recorded usage; the limit is a loss of {settings.maxRevenueLossPercent.text}.`,
	"actual": total.revenue.percent.text,
	"expected": $`a loss of at most {settings.maxRevenueLossPercent.text}`,
	"fix": "Change less, or raise the limit in a change of its own.",
	"source": total.source,
} if {
	some total in input.billing.revenueTotals
	settings.maxRevenueLossPercent != null
	total.revenue.percent != null
	total.revenue.percent.value < 0 - settings.maxRevenueLossPercent.value
	not total.currency in said
}

# A profile that loses too much says it for its currency.
said := {impact.currency | some impact in input.billing.impacts; broken_limit(impact)}

deny contains {
	"rule": "BP-604",
	"id": "BP-604 customer",
	"subject": impact.subject,
	"msg": $`What customer "{impact.decrease.customer}" pays changes {impacts.by(impact.decrease)} with {impact.name} on the recorded usage{impacts.then(impact.decrease)}; the limit is a loss of {settings.maxCustomerLossPercent.text}.`,
	"actual": impacts.actual(impact.decrease),
	"expected": $`a loss of at most {settings.maxCustomerLossPercent.text}`,
	"fix": "Change less, or raise the limit in a change of its own.",
	"source": impact.source,
} if {
	some impact in input.billing.impacts
	settings.maxCustomerLossPercent != null
	impact.decrease != null
	impacts.falls_below(impact.decrease, settings.maxCustomerLossPercent)
}

warn contains {
	"rule": "BP-604",
	"id": "BP-604 currency",
	"subject": impact.subject,
	"msg": $`What {impacts.payers(moved)} with {impact.name} cannot be compared: it is in {moved.from} before, and in {moved.to} then.`,
	"actual": "unknown",
	"expected": "a change within the limits for one customer",
	"fix": "Compare by hand what they pay in both currencies.",
	"source": impact.source,
} if {
	some impact in input.billing.impacts
	some limit in [
		settings.maxCustomerLossPercent,
		settings.maxCustomerIncreasePercent,
		settings.maxRevenueLossPercent,
		impact.limits.maxCustomerIncrease,
		impact.limits.maxRevenueLoss,
	]
	limit != null
	moved := impact.otherCurrency
	moved != null
}

# What nobody can compare may all be lost.
deny contains {
	"rule": "BP-604",
	"id": $`BP-604 moved {total.currency}`,
	"subject": total.currency,
	"msg": $`Customers who have paid {total.moved.text} of the revenue in {total.currency} pay in another currency then, and nobody can tell whether more than {settings.maxRevenueLossPercent.text} is lost.`,
	"actual": total.moved.text,
	"expected": $`at most {settings.maxRevenueLossPercent.text} that cannot be compared`,
	"fix": "Compare by hand what they pay in both currencies, and move fewer at once or raise the limit in a change of its own.",
	"source": total.source,
} if {
	some total in input.billing.revenueTotals
	settings.maxRevenueLossPercent != null
	total.moved != null
	total.moved.value > settings.maxRevenueLossPercent.value
}

# METADATA
# title: The contribution margin stays above its floor
# description: >-
#   Revenue less variable cost, in percent of the revenue, by recorded usage and the cost of the SKUs. A change that
#   takes it below `min_margin_percent` sells at a loss sooner or later. It is held against the costs of both sides:
#   lower a cost in a change of its own. A margin that nobody can tell is a warning.
# custom:
#   rule: BP-605
deny contains {
	"rule": "BP-605",
	"id": "BP-605",
	"subject": impact.subject,
	"msg": $`The contribution margin of {impact.name} is {impact.margin.head.text} on the recorded usage; the least is {limit.text}.`,
	"actual": impact.margin.head.text,
	"expected": $`at least {limit.text}`,
	"fix": "Raise the price, or see whether the cost of its SKUs is right.",
	"source": impact.source,
} if {
	some impact in input.billing.impacts
	limit := impacts.greatest([settings.minMarginPercent, impact.limits.minMargin])
	impact.margin.head != null
	impact.margin.head.value < limit.value
	not impacts.improves(impact.margin, impact.margin.head)
}

deny contains {
	"rule": "BP-605",
	"id": "BP-605 cost",
	"subject": impact.subject,
	"msg": $`The contribution margin of {impact.name} is {margin.headAtBaseCost.text} on the recorded usage by the costs before the change; the least is {limit.text}.`,
	"actual": margin.headAtBaseCost.text,
	"expected": $`at least {limit.text}`,
	"fix": "Raise the price, or lower the cost in a change of its own before.",
	"source": impact.source,
} if {
	some impact in input.billing.impacts
	limit := impacts.greatest([settings.minMarginPercent, impact.limits.minMargin])
	margin := impact.margin
	margin.head != null
	margin.head.value >= limit.value
	margin.headAtBaseCost != null
	margin.headAtBaseCost.value < limit.value
	not impacts.improves(margin, margin.headAtBaseCost)
}

deny contains {
	"rule": "BP-605",
	"id": "BP-605 loss",
	"subject": impact.subject,
	"msg": $`The {impact.name} brings {impact.revenue.head.text} on the recorded usage, and a contribution margin of {impact.margin.amounts.head.text}; the least is {limit.text} of the revenue.`,
	"actual": impact.margin.amounts.head.text,
	"expected": $`at least {limit.text} of the revenue`,
	"fix": "Raise the price, or see whether the cost of its SKUs is right.",
	"source": impact.source,
} if {
	some impact in input.billing.impacts
	limit := impacts.greatest([settings.minMarginPercent, impact.limits.minMargin])
	impact.revenue.head.value <= 0
	impact.margin.amounts.head.value < 0
	not impacts.loses_less(impact.margin.amounts)
}

warn contains {
	"rule": "BP-605",
	"id": "BP-605",
	"subject": impact.subject,
	"msg": $`The contribution margin of {impact.name} cannot be told: the variable cost of a part of it is not known.`,
	"actual": "unknown",
	"expected": $`at least {limit.text}`,
	"fix": "Give each SKU its variable cost; where it is published that is a patch of its version, and of the rate card that has the SKU.",
	"source": impact.source,
} if {
	some impact in input.billing.impacts
	limit := impacts.greatest([settings.minMarginPercent, impact.limits.minMargin])
	impact.margin.head == null
	impact.revenue.head.value > 0
}

# METADATA
# title: Customers are told of a large increase
# description: >-
#   A customer who pays more than `max_customer_increase_percent` more, by recorded usage, should know before, and so
#   should one who paid nothing. A profile gives notice with `minLeadTime`, of a billing period or, where that is
#   longer, 30 days; a binding gives none. It is asked at each time at which terms differ, and of what is paid once
#   promotions have ended.
# custom:
#   rule: BP-606
warn contains {
	"rule": "BP-606",
	"id": "BP-606",
	"subject": impact.subject,
	"msg": $`Customer "{impact.increase.customer}" pays {impacts.more(impact.increase)} for {impact.name} on the recorded usage{impacts.then(impact.increase)}, {notice(impact)}; the limit is {limit.text}.`,
	"actual": impacts.actual(impact.increase),
	"expected": $`at most {limit.text}, or notice of {impacts.days(impact.noticeNeeded)}`,
	"fix": give_notice(impact),
	"source": impact.source,
} if {
	some impact in input.billing.impacts
	limit := impacts.least([settings.maxCustomerIncreasePercent, impact.limits.maxCustomerIncrease])
	is_short(impact)
	impact.increase != null
	impacts.rises_above(impact.increase, limit)
}

is_short(impact) if impact.noticeDays == null

is_short(impact) if {
	impact.noticeDays != null
	impact.noticeDays < impact.noticeNeeded
}

give_notice(impact) := $`Give notice: set minLeadTime to P{impact.noticeNeeded}D.` if impact.noticeDays != null

give_notice(impact) := "Tell the customer before: a binding gives no notice." if impact.noticeDays == null

notice(impact) := "without notice" if impact.noticeDays in {0, null}

notice(impact) := $`with {impacts.days(impact.noticeDays)} of notice` if impact.noticeDays > 0

# METADATA
# title: Enough of the usage is rated
# description: >-
#   What is said of revenue holds for the rows that could be rated. When they are less than `min_coverage_percent`
#   of all, the figures are not to be relied on, which is a warning. Where usage is expected (`billing.usage`, or a file that
#   is given) and none was rated, limits of revenue, customers and margin cannot be judged: a change of what customers pay
#   is denied. So is one of a SKU that the usage cannot be rated by, of a commitment for a time that the usage does not
#   cover, and of credit that is paid in advance.
# custom:
#   rule: BP-607
deny contains {
	"rule": "BP-607",
	"id": "BP-607 unjudged",
	"msg": $`Whether limits are kept cannot be judged ({billing.listed(limits)}): {unjudged.reason}`,
	"actual": "no usage was rated",
	"expected": "recorded usage that can be rated",
	"fix": unjudged.fix,
	"source": unjudged.source,
} if {
	some unjudged in input.billing.unjudged
	unjudged.part == null
	limits := array.concat(set_limits, unjudged.limitedProfiles)
	count(limits) > 0
}

deny contains {
	"rule": "BP-607",
	"id": $`BP-607 {unjudged.part}`,
	"subject": unjudged.subject,
	"msg": $`Whether limits are kept cannot be judged ({billing.listed(limits)}): {unjudged.reason}`,
	"actual": "unknown",
	"expected": "what the recorded usage tells",
	"fix": unjudged.fix,
	"source": unjudged.source,
} if {
	some unjudged in input.billing.unjudged
	unjudged.part != null
	limits := array.concat(set_limits, unjudged.limitedProfiles)
	count(limits) > 0
}

set_limits := sort([name |
	some name, limit in {
		"max_customer_increase_percent": settings.maxCustomerIncreasePercent,
		"max_customer_loss_percent": settings.maxCustomerLossPercent,
		"max_revenue_loss_percent": settings.maxRevenueLossPercent,
		"min_margin_percent": settings.minMarginPercent,
	}
	limit != null
])

warn contains {
	"rule": "BP-607",
	"id": "BP-607",
	"msg": $`Only {usage.coverage.text} of the recorded usage ({usage.rows} rows) could be rated; the least is {settings.minCoveragePercent.text}. The figures are not to be relied on.`,
	"actual": usage.coverage.text,
	"expected": $`at least {settings.minCoveragePercent.text}`,
	"fix": "See in the report which rows were rejected, or lie in no billing period that is compared.",
	"source": usage.source,
} if {
	some usage in input.billing.usedUsage
	usage.coverage != null
	usage.coverage.value < settings.minCoveragePercent.value
}
