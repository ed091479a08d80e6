# METADATA
# title: Billing
# description: What the policies about billing files share.
package tollgate.lib.billing

# METADATA
# description: The findings of a rule that reading the files has brought up already.
of_rule(problems, rule) := {finding |
	some problem in problems
	problem.rule == rule
	finding := {
		"rule": rule,
		"id": $`{rule} {problem.message}`,
		"msg": problem.message,
		"fix": problem.hint,
		"source": problem.source,
	}
}

# METADATA
# description: The first three of a list, so that a message stays readable.
listed(texts) := concat(", ", texts) if count(texts) < 4

listed(texts) := $`{concat(", ", array.slice(texts, 0, 3))} and {count(texts) - 3} more` if count(texts) > 3

# METADATA
# description: The subject of findings about a changed file, as an id is there once for each kind.
subject(profile) := profile.id if profile.kind == "BillingProfile"

subject(profile) := $`{profile.kind}/{profile.id}` if profile.kind != "BillingProfile"

# METADATA
# description: How a changed file is named within a sentence.
named(profile) := $`billing profile "{profile.id}"` if profile.kind == "BillingProfile"

named(profile) := $`{profile.kind} "{profile.id}"` if profile.kind != "BillingProfile"

# METADATA
# description: How a changed file is named where a sentence begins.
title(profile) := $`Billing profile "{profile.id}"` if profile.kind == "BillingProfile"

title(profile) := named(profile) if profile.kind != "BillingProfile"

# METADATA
# description: True for the difference that moves the tax into prices, or out of them.
is_inclusive(difference) if {
	difference.kind == "changed"
	startswith(difference.path, "rows[")
	endswith(difference.path, "].inclusive")
}
