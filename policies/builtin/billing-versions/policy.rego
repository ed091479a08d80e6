# METADATA
# title: Billing versions
# description: A billing profile that changes gets a version that says how much it changed, and takes effect in the future.
# related_resources:
#   - ref: docs/billing-rules.md
#     description: Billing rules
#   - ref: https://semver.org/
#     description: Semantic versioning
# schemas:
#   - input: schema.change
#   - data.settings: schema.settings
# custom:
#   id: billing-versions
#   severity: high
package tollgate.change.billing_versions

import data.tollgate.lib.billing

# METADATA
# title: What was published stays as it was
# description: >-
#   Invoices are explained by the version that they were rated with. A published version, a correction, and what has
#   been in force are neither edited nor deleted. Raise the version; retire what nobody is bound to any more.
# custom:
#   rule: BP-201
deny contains {
	"rule": "BP-201",
	"id": "removed",
	"subject": billing.subject(profile),
	"msg": $`{billing.stood(profile)} and must not be removed.`,
	"actual": "removed",
	"expected": billing.keeping(profile).expected,
	"fix": billing.keeping(profile).fix,
	"source": profile.versionSource,
} if {
	some profile in input.profiles
	profile.action == "delete"
	must_stay(profile)
}

deny contains finding if some finding in of_record("BP-201", records_kept | {"rate-too-late"})

deny contains {
	"rule": "BP-201",
	"id": "refused",
	"subject": billing.subject(profile),
	"msg": $`{billing.title(profile)} changes what must not change{listed(edits)}.`,
	"expected": billing.way_out(profile).expected,
	"fix": billing.way_out(profile).fix,
	"source": first_place(profile, edits),
} if {
	some profile in input.profiles
	profile.action != "delete"
	profile.requiredBump == "refused"
	edits := [difference | some difference in drivers(profile); not has_own_finding(difference)]
	stands_refused(profile, edits)
}

stands_refused(_, edits) if count(edits) > 0

# Refused, and nobody says for what.
stands_refused(profile, _) if count(drivers(profile)) == 0

# Have findings of their own, which say what would be right.
has_own_finding(difference) if difference.changeClass in {"effective-in-past", "lead-time", "binding-in-past"}

has_own_finding(difference) if is_step_back(difference)

is_step_back(difference) if {
	difference.path == "lifecycle"
	difference.requiredBump == "refused"
}

# METADATA
# title: Nothing begins before it can be announced
# description: >-
#   A price that begins in the past bills usage that was made under another one, and one that begins at once
#   surprises customers and caches. New terms begin after now and their `minLeadTime`; bindings that have begun stay
#   as they are.
# custom:
#   rule: BP-203
deny contains {
	"rule": "BP-203",
	"id": "lead-time",
	"subject": billing.subject(profile),
	"msg": $`{billing.title(profile)} would take effect at {date.head}, less than {date.leadDays} days from now: its minLeadTime. The earliest date is {date.earliest}.`,
	"actual": date.head,
	"expected": $`{date.earliest} or later`,
	"fix": "Move the effective date. The lead time holds that is longer, the one before or the one after the change.",
	"source": date.source,
} if {
	some profile in input.profiles
	some date in dated_differences(profile, "lead-time")
}

deny contains {
	"rule": "BP-203",
	"id": "bindings",
	"subject": billing.subject(profile),
	"msg": $`{billing.title(profile)} changes who had which profile before now, in {count(bindings)} of its bindings.`,
	"expected": $`bindings that begin or end after {input.now}`,
	"fix": "Leave what has begun as it is: end it from now on, and bind anew from then.",
	"source": bindings[0].source,
} if {
	some profile in input.profiles
	bindings := dated_differences(profile, "binding-in-past")
	count(bindings) > 0
}

deny contains finding if some finding in of_record("BP-203", {"tags-in-past"})

# METADATA
# title: The version step fits the change
# description: >-
#   A version says how much changed: text is a patch, a new SKU a minor, a price a major version, and versions only
#   go forward. The finding names the differences that ask for most, and the least version.
# custom:
#   rule: BP-202
deny contains {
	"rule": "BP-202",
	"id": "backward",
	"subject": billing.subject(profile),
	"msg": $`The version of {billing.named(profile)} goes backward, from {profile.baseVersion} to {profile.headVersion}.`,
	"actual": profile.headVersion,
	"expected": expected_version(profile),
	"fix": "Versions only move forward: choose a higher one.",
	"source": profile.versionSource,
} if {
	some profile in input.profiles
	profile.actualBump == "backward"
}

deny contains {
	"rule": "BP-202",
	"id": "bump",
	"subject": billing.subject(profile),
	"msg": $`{billing.title(profile)} needs {needed(profile)}, but {done(profile)}{listed(drivers(profile))}.`,
	"actual": profile.headVersion,
	"expected": expected_version(profile),
	"fix": "Raise the version as expected.",
	"source": profile.versionSource,
} if {
	some profile in input.profiles
	profile.action != "delete"
	not profile.bumpSufficient
	not profile.requiredBump in {"refused", "new-id"}
	not profile.actualBump == "backward"
	not only_inclusive(profile)
}

deny contains {
	"rule": "BP-203",
	"id": "effective",
	"subject": billing.subject(profile),
	"msg": $`{billing.title(profile)} would take effect in the past, from {profile.effectiveFrom.head}.`,
	"actual": profile.effectiveFrom.head,
	"expected": $`after {input.now}`,
	"fix": "Move the effective date into the future. What was already used keeps the price that it had.",
	"source": profile.effectiveSource,
} if {
	some profile in input.profiles
	begins_in_past(profile)
}

warn contains {
	"rule": "BP-201",
	"id": "deleted",
	"subject": billing.subject(profile),
	"msg": $`{billing.title(profile)} is deleted. Ask: {concat(", ", sort(asked))}.`,
	"actual": "removed",
	"fix": "Nobody checks yet that they agree: see to it that they review the change.",
	"source": profile.versionSource,
} if {
	some profile in input.profiles
	profile.action == "delete"
	not must_stay(profile)
	profile.lifecycle.base != "draft"
	asked := {role | some role in profile.differences[_].approval}
	count(asked) > 0
}

warn contains {
	"rule": "BP-203",
	"id": "effective",
	"subject": billing.subject(profile),
	"msg": $`No effective date could be read for {billing.named(profile)}, so it cannot be told whether it lies in the past.`,
	"actual": "unknown",
	"expected": $`after {input.now}`,
	"source": profile.effectiveSource,
} if {
	some profile in input.profiles
	takes_effect(profile)
	profile.kind in dated
	profile.effectiveInPast == null
}

# METADATA
# title: Versions follow each other without a gap
# description: >-
#   Between the end of one version and the begin of the next nobody has a price, and where they overlap there are
#   two. A version ends when its successor begins: leave its end out, or let the two meet.
# custom:
#   rule: BP-204
deny contains finding if some finding in of_record("BP-204", {"window-gap", "window-overlap", "version-order"})

# METADATA
# title: Each published version has its snapshot, and the snapshot its hash
# description: >-
#   The snapshot is the proof of what a version said when customers were billed. Every published version has one
#   that holds exactly its terms, and the lock file names its hash. Write them with `tollgate profile snapshot`.
# custom:
#   rule: BP-205
deny contains finding if {
	some finding in of_record("BP-205", {
		"snapshot-missing",
		"snapshot-mismatch",
		"snapshot-unfounded",
		"lock-missing",
		"lock-mismatch",
		"rollout-outdated",
	})
	not finding.subject in edited
	not finding.source.file in refused_files
}

deny contains finding if {
	some finding in billing.of_rule(input.billing.problems, "BP-205")
	not finding.source.file in edited_files
}

# METADATA
# title: A version names the one that it takes the place of
# description: >-
#   `supersedes` makes the chain of versions that an audit follows. It names the version before, and the id of what
#   was retired is not used again.
# custom:
#   rule: BP-206
deny contains finding if some finding in of_record("BP-206", {"supersedes-broken", "id-reused"})

# METADATA
# title: The lifecycle only goes forward
# description: >-
#   Draft, published, deprecated, retired: customers and invoices refer to what was published, so it does not become a
#   draft again. A file has one version: keep a draft of the next one on a branch, and merge it as published. A profile is retired when nobody is bound to it any more.
# custom:
#   rule: BP-207
deny contains {
	"rule": "BP-207",
	"id": "BP-207",
	"subject": billing.subject(profile),
	"msg": $`The lifecycle of {billing.named(profile)} goes back, from {difference.base} to {difference.head}.`,
	"actual": difference.head,
	"expected": $`{difference.base} or later`,
	"fix": "Leave the lifecycle as it was. A draft of the next version lives on a branch until it is published.",
	"source": difference.source,
} if {
	some profile in input.profiles
	some difference in profile.differences
	is_step_back(difference)
	not $`{profile.id}@{profile.headVersion}` in reused
}

deny contains {
	"rule": "BP-207",
	"id": $`BP-207 {bound.reference} {bound.environment}`,
	"subject": bound.reference,
	"msg": $`The profile of {bound.reference} is retired, and "{bound.customer}"{others(bound)} bound to it in {bound.environment}.`,
	"actual": "retired",
	"expected": "no bindings",
	"fix": "Bind to another profile and end the bindings first; let the profile be deprecated until they are over.",
	"source": bound.source,
} if {
	some bound in input.billing.boundProfiles
	bound.lifecycle == "retired"
}

others(bound) := " is" if bound.customers == 1

others(bound) := $` and {bound.customers - 1} more are` if bound.customers > 1

# A new version under a retired id is said by BP-206.
reused := {fault.version | some fault in input.billing.records; fault.problem == "id-reused"}

# METADATA
# title: Currency and rounding belong to the id
# description: >-
#   Amounts before and after a change of currency or rounding cannot be compared or summed, and every report over both is
#   wrong. Make a new profile and deprecate the old one.
# custom:
#   rule: BP-208
deny contains {
	"rule": "BP-208",
	"id": $`BP-208 {difference.path}`,
	"subject": billing.subject(profile),
	"msg": $`{billing.title(profile)} changes its {difference.changeClass} ({difference.path}): that needs a new id.`,
	"actual": difference.head,
	"expected": difference.base,
	"fix": anew(profile),
	"source": difference.source,
} if {
	some profile in input.profiles
	some difference in profile.differences
	difference.requiredBump == "new-id"
}

anew(profile) := "Write a new rate card with another id, let new versions of profiles refer to it, and deprecate this one." if {
	profile.kind == "RateCard"
} else := "Write a new profile with another id, bind customers to it, and deprecate this one."

# What is wrong in the record of published versions, as findings of one rule.
of_record(rule, problems) := {finding |
	some fault in input.billing.records
	fault.problem in problems
	finding := {
		"rule": rule,
		"id": $`{rule} {fault.problem}`,
		"subject": fault.version,
		"msg": fault.message,
		"fix": fault.hint,
		"source": fault.source,
	}
}

records_kept := {"snapshot-edited", "snapshot-deleted", "lock-edited", "lock-deleted"}

# An edit is said once: what it leads to is no second mistake.
edited := {fault.version | some fault in input.billing.records; fault.problem in records_kept}

edited_files := {fault.source.file | some fault in input.billing.records; fault.problem in records_kept}

refused_files := {profile.file | some profile in input.profiles; profile.requiredBump == "refused"}

# The kinds of file that must say from when they hold.
dated := {"BillingProfile", "RateCard"}

must_stay(profile) if profile.lifecycle.base in {"published", "deprecated"}

must_stay(profile) if profile.requiredBump == "refused"

begins_in_past(profile) if {
	takes_effect(profile)
	profile.effectiveInPast == true
}

begins_in_past(profile) if count(dated_differences(profile, "effective-in-past")) > 0

dated_differences(profile, class) := [difference |
	some difference in profile.differences
	difference.changeClass == class
]

# A draft binds nobody, and an old date is only history unless something new starts at it.
takes_effect(profile) if {
	not profile.action in {"delete", "no-op"}
	not profile.lifecycle.head in {"draft", "deprecated", "retired"}
	something_new(profile)
}

something_new(profile) if profile.baseVersion != profile.headVersion

something_new(profile) if profile.lifecycle.base != profile.lifecycle.head

something_new(profile) if profile.effectiveFrom.base != profile.effectiveFrom.head

# The differences that demand most.
drivers(profile) := [difference |
	some difference in profile.differences
	difference.requiredBump == profile.requiredBump
]

first_place(_, differences) := differences[0].source

first_place(profile, differences) := profile.versionSource if count(differences) == 0

# Said by BP-504.
only_inclusive(profile) if {
	count(drivers(profile)) > 0
	every difference in drivers(profile) { billing.is_inclusive(difference) }
}

needed(profile) := $`a {profile.requiredBump} version`

done(profile) := $`its version stays {profile.headVersion}` if profile.baseVersion == profile.headVersion

done(profile) := $`its version goes from {profile.baseVersion} to {profile.headVersion}` if {
	profile.baseVersion != profile.headVersion
}

expected_version(profile) := $`{profile.leastVersion} or higher` if profile.leastVersion != null

expected_version(profile) := $`a version above {profile.baseVersion}` if profile.leastVersion == null

listed(differences) := "" if count(differences) == 0

# All differences stand in the report.
listed(differences) := $` ({billing.listed(paths(differences))})` if count(differences) > 0

paths(differences) := [difference.path | some difference in differences]
