# METADATA
# title: Billing
# description: What the policies about billing files share.
package tollgate.lib.billing

# METADATA
# description: The findings of a rule that reading the files has brought up already.
of_rule(problems, rule) := {finding |
	some problem in problems
	problem.rule == rule
	said := {key: problem[key] | some key in ["actual", "expected"]; problem[key] != null}
	finding := object.union(said, {
		"rule": rule,
		"id": $`{rule} {problem.message}`,
		"msg": problem.message,
		"fix": problem.hint,
		"source": problem.source,
	})
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
# description: >-
#   A difference as it is in the resolved profile: itself, or what it leads to. Not what a file says itself that the change brings as well,
#   such as the rate card: that is said there. `profiles` are all that change.
resolved(difference, _) := [difference] if not difference.leadsTo

resolved(difference, profiles) := [led | some led in difference.leadsTo; not said_elsewhere(led, profiles)] if {
	difference.leadsTo
}

said_elsewhere(led, profiles) if {
	some profile in profiles
	profile.lifecycle.base != "draft"
	some difference in profile.differences
	not difference.leadsTo
	difference.path == led.path
	difference.kind == led.kind
	difference.changeClass == led.changeClass
}

# METADATA
# description: True for the difference that moves the tax into prices, or out of them.
is_inclusive(difference) if {
	difference.kind == "changed"
	startswith(difference.path, "rows[")
	endswith(difference.path, "].inclusive")
}

# METADATA
# description: How it is said that what is removed has counted.
stood(profile) := $`Version {profile.baseVersion} of {named(profile)} has been published` if {
	profile.lifecycle.base != null
} else := $`{title(profile)} has been in force`

# METADATA
# description: What is to be done with a file in the place of removing it.
keeping(profile) := {
	"expected": "lifecycle retired",
	"fix": "Keep the file and set its lifecycle to retired when nothing is bound to it any more.",
} if {
	profile.lifecycle.base != null
} else := {
	"expected": "no change",
	"fix": "Keep the file, and end its bindings from now on.",
} if {
	profile.kind == "BindingSet"
} else := {
	"expected": "no change",
	"fix": "Keep the file.",
}

# METADATA
# description: What is to be done in the place of an edit that is refused.
way_out(profile) := {
	"expected": "no change",
	"fix": "Take the change back and write another correction.",
} if {
	profile.kind == "Correction"
} else := {
	"expected": "no change",
	"fix": "Take the change back. What was billed with a wrong rate is mended by a correction.",
} if {
	profile.kind == "FxTable"
} else := {
	"expected": "a higher version that takes effect in the future",
	"fix": "Raise the version in the same file and let it take effect in the future, or take the change back.",
}
