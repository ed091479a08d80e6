# METADATA
# title: Billing governance
# description: Who guards the price list is not weakened by the change that it judges.
# related_resources:
#   - ref: docs/billing-rules.md
#     description: Billing rules
#   - ref: https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
#     description: Code owners
# schemas:
#   - input: schema.change
#   - data.settings: schema.settings
# custom:
#   id: billing-governance
#   severity: high
package tollgate.change.billing_governance

import data.tollgate.lib.billing

settings := data.settings.billing

# METADATA
# title: Somebody owns the billing files
# description: >-
#   `CODEOWNERS` of the base asks owners for a review of each billing file that changes. Add a line such as
#   `/billing/ @example/finance`, and require reviews from code owners.
# custom:
#   rule: BP-704
warn contains {
	"rule": "BP-704",
	"id": "BP-704",
	"subject": unowned[0].file,
	"msg": $`{says}: {billing.listed(files)}.`,
	"actual": "no owner",
	"expected": "an owner in CODEOWNERS",
	"fix": "Add a line such as \"/billing/ @example/finance\", and require reviews from code owners.",
	"source": unowned[0].source,
} if {
	unowned := [file | some file in input.billing.ownedFiles; count(file.owners) == 0]
	count(unowned) > 0
	files := [file.file | some file in unowned]
	says := where(unowned[0])
}

where(file) := $`{file.codeowners} names no owner of changed billing files` if file.codeowners != null

where(file) := "There is no CODEOWNERS file that names an owner of changed billing files" if file.codeowners == null

# METADATA
# title: The commit is signed where that is required
# description: >-
#   With `require_signed` the commit at head of a change of billing files carries a signature. Whose it is, and
#   whether it is right, the platform says.
# custom:
#   rule: BP-705
warn contains {
	"rule": "BP-705",
	"id": "BP-705",
	"msg": "The commit at head changes billing files and is not signed.",
	"actual": "no signature",
	"expected": "a signature",
	"fix": "Sign it, such as with `git commit --amend -S`.",
} if {
	settings.requireSigned
	some commit in input.billing.headCommits
	not commit.signed
}

# METADATA
# title: Rules and prices do not change together
# description: >-
#   A change that loosens a limit or a rule and makes use of it in one step is judged by the old limit here, and by
#   nobody afterwards. Loosen it in a change of its own.
# custom:
#   rule: BP-706
deny contains {
	"rule": "BP-706",
	"id": $`BP-706 {setting.setting}`,
	"subject": setting.setting,
	"msg": $`{setting.setting} is loosened from {setting.base} to {setting.head} in the change that changes billing files.`,
	"actual": setting.head,
	"expected": setting.base,
	"fix": "Change the configuration in a pull request of its own.",
} if {
	some setting in input.billing.loosened
}
