# METADATA
# title: Billing profile version
# description: A billing profile that changes gets a version that says how much it changed, and takes effect in the future.
# related_resources:
#   - ref: https://semver.org/
#     description: Semantic versioning
# schemas:
#   - input: schema.change
#   - data.settings: schema.settings
# custom:
#   id: profile-version-bump
#   severity: high
package tollgate.change.profile_version_bump

deny contains {
	"id": "removed",
	"subject": subject(profile),
	"msg": $`{stood(profile)} and must not be removed.`,
	"actual": "removed",
	"expected": keeping(profile).expected,
	"fix": keeping(profile).fix,
	"source": profile.versionSource,
} if {
	some profile in input.profiles
	profile.action == "delete"
	must_stay(profile)
}

deny contains {
	"id": "refused",
	"subject": subject(profile),
	"msg": $`{title(profile)} changes what must not change{listed(edits)}.`,
	"expected": way_out(profile).expected,
	"fix": way_out(profile).fix,
	"source": first_place(profile, edits),
} if {
	some profile in input.profiles
	profile.action != "delete"
	profile.requiredBump == "refused"
	edits := [difference | some difference in drivers(profile); not difference.changeClass in date_classes]
	stands_refused(profile, edits)
}

stands_refused(_, edits) if count(edits) > 0

# Refused, and nobody says for what.
stands_refused(profile, _) if count(drivers(profile)) == 0

# Have findings of their own, which say what would be right.
date_classes := {"effective-in-past", "lead-time", "binding-in-past"}

deny contains {
	"id": "lead-time",
	"subject": subject(profile),
	"msg": $`{title(profile)} would take effect at {date.head}, less than {date.leadDays} days from now: its minLeadTime. The earliest date is {date.earliest}.`,
	"actual": date.head,
	"expected": $`{date.earliest} or later`,
	"fix": "Move the effective date. The lead time holds that is longer, the one before or the one after the change.",
	"source": date.source,
} if {
	some profile in input.profiles
	some date in dated_differences(profile, "lead-time")
}

deny contains {
	"id": "bindings",
	"subject": subject(profile),
	"msg": $`{title(profile)} changes who had which profile before now{listed(bindings)}.`,
	"expected": $`bindings that begin or end after {input.now}`,
	"fix": "Leave what has begun as it is: end it from now on, and bind anew from then.",
	"source": bindings[0].source,
} if {
	some profile in input.profiles
	bindings := dated_differences(profile, "binding-in-past")
	count(bindings) > 0
}

deny contains {
	"id": "backward",
	"subject": subject(profile),
	"msg": $`The version of {named(profile)} goes backward, from {profile.baseVersion} to {profile.headVersion}.`,
	"actual": profile.headVersion,
	"expected": expected_version(profile),
	"fix": "Versions only move forward: choose a higher one.",
	"source": profile.versionSource,
} if {
	some profile in input.profiles
	profile.actualBump == "backward"
}

deny contains {
	"id": "bump",
	"subject": subject(profile),
	"msg": $`{title(profile)} needs {needed(profile)}, but {done(profile)}{listed(drivers(profile))}.`,
	"actual": profile.headVersion,
	"expected": expected_version(profile),
	"fix": "Raise the version as expected.",
	"source": profile.versionSource,
} if {
	some profile in input.profiles
	profile.action != "delete"
	not profile.bumpSufficient
	not profile.requiredBump == "refused"
	not profile.actualBump == "backward"
}

deny contains {
	"id": "effective",
	"subject": subject(profile),
	"msg": $`{title(profile)} would take effect in the past, from {profile.effectiveFrom.head}.`,
	"actual": profile.effectiveFrom.head,
	"expected": $`after {input.now}`,
	"fix": "Move the effective date into the future. What was already used keeps the price that it had.",
	"source": profile.effectiveSource,
} if {
	some profile in input.profiles
	begins_in_past(profile)
}

warn contains {
	"id": "deleted",
	"subject": subject(profile),
	"msg": $`{title(profile)} is deleted. Ask: {concat(", ", sort(asked))}.`,
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
	"id": "effective",
	"subject": subject(profile),
	"msg": $`No effective date could be read for {named(profile)}, so it cannot be told whether it lies in the past.`,
	"actual": "unknown",
	"expected": $`after {input.now}`,
	"source": profile.effectiveSource,
} if {
	some profile in input.profiles
	takes_effect(profile)
	profile.kind in dated
	profile.effectiveInPast == null
}

# The kinds of file that must say from when they hold.
dated := {"BillingProfile", "RateCard"}

# An id is there once for each kind.
subject(profile) := profile.id if profile.kind == "BillingProfile"

subject(profile) := $`{profile.kind}/{profile.id}` if profile.kind != "BillingProfile"

named(profile) := $`billing profile "{profile.id}"` if profile.kind == "BillingProfile"

named(profile) := $`{profile.kind} "{profile.id}"` if profile.kind != "BillingProfile"

title(profile) := $`Billing profile "{profile.id}"` if profile.kind == "BillingProfile"

title(profile) := named(profile) if profile.kind != "BillingProfile"

stood(profile) := $`Version {profile.baseVersion} of {named(profile)} has been published` if {
	profile.lifecycle.base != null
} else := $`{title(profile)} has been in force`

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

way_out(profile) := {
	"expected": "no change",
	"fix": "Take the change back and write another correction.",
} if {
	profile.kind == "Correction"
} else := {
	"expected": "a higher version that takes effect in the future",
	"fix": "Raise the version in the same file and let it take effect in the future, or take the change back.",
}

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

needed(profile) := "a new id" if profile.requiredBump == "new-id"

needed(profile) := $`a {profile.requiredBump} version` if profile.requiredBump != "new-id"

done(profile) := $`its version stays {profile.headVersion}` if profile.baseVersion == profile.headVersion

done(profile) := $`its version goes from {profile.baseVersion} to {profile.headVersion}` if {
	profile.baseVersion != profile.headVersion
}

expected_version(profile) := $`{profile.leastVersion} or higher` if profile.leastVersion != null

expected_version(profile) := $`a version above {profile.baseVersion}` if {
	profile.leastVersion == null
	profile.requiredBump != "new-id"
}

expected_version(profile) := "a new id" if {
	profile.leastVersion == null
	profile.requiredBump == "new-id"
}

listed(differences) := "" if count(differences) == 0

listed(differences) := $` ({concat(", ", paths(differences))})` if {
	count(differences) in {1, 2, 3}
}

# The first three, so that a message stays readable; all differences stand in the report.
listed(differences) := $` ({concat(", ", array.slice(paths(differences), 0, 3))} and {count(differences) - 3} more)` if {
	count(differences) > 3
}

paths(differences) := [difference.path | some difference in differences]
