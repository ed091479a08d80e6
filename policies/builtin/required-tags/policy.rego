# METADATA
# title: Required tags
# description: A resource that is created, updated or replaced carries every required tag, with an allowed value.
# related_resources:
#   - ref: https://www.finops.org/framework/capabilities/allocation/
#     description: Why cost needs an owner
# schemas:
#   - input: schema.resource
#   - data.settings: schema.settings
# custom:
#   id: required-tags
#   severity: medium
package tollgate.resource.required_tags

# A type in no table is not asked: it is counted in the coverage.
asked contains rule if {
	input.resource.action in {"create", "update", "replace"}
	input.resource.tags.taggable == "yes"
	some rule in data.settings.requiredTags.keys
}

deny contains {
	"id": rule.key,
	"msg": $`Required tag "{rule.key}" is missing.{hint}`,
	"actual": "absent",
	"expected": expectation(rule),
	"fix": $`Set the tag "{rule.key}" on the resource or in the default tags of its provider.`,
	"details": {"key": rule.key, "case": "missing"},
} if {
	some rule in asked
	not input.resource.tags.keys[rule.key]
	input.resource.tags.others == "absent"
	hint := key_hint(rule.key)
}

deny contains {
	"id": rule.key,
	"msg": $`Tag "{rule.key}" is empty.`,
	"actual": "empty",
	"expected": expectation(rule),
	"fix": $`Give the tag "{rule.key}" a value.`,
	"source": tag.source,
	"details": {"key": rule.key, "case": "empty"},
} if {
	some rule in asked
	tag := input.resource.tags.keys[rule.key]
	tag.empty == true
	not rule.allowEmpty
}

deny contains {
	"id": rule.key,
	"msg": $`Tag "{rule.key}" has the value "{tag.value}", which is not allowed.{hint}`,
	"actual": tag.value,
	"expected": expectation(rule),
	"fix": $`Set the tag "{rule.key}" to an allowed value.`,
	"source": tag.source,
	"details": {"key": rule.key, "case": "value"},
} if {
	some rule in asked
	tag := input.resource.tags.keys[rule.key]
	tag.value != null
	not tag.empty
	tag.allowed == false
	hint := value_hint(rule.key)
}

# A sensitive value is withheld from policies: what is told of it is not the value.
deny contains {
	"id": rule.key,
	"msg": $`Tag "{rule.key}" has a sensitive value that is not allowed.`,
	"actual": "a sensitive value",
	"expected": expectation(rule),
	"fix": $`Set the tag "{rule.key}" to an allowed value.`,
	"source": tag.source,
	"details": {"key": rule.key, "case": "value"},
} if {
	some rule in asked
	tag := input.resource.tags.keys[rule.key]
	tag.sensitive
	not tag.empty
	tag.allowed == false
}

deny contains unknown_finding(rule, reason) if {
	data.settings.requiredTags.unknown == "fail"
	some [rule, reason] in undecided
}

warn contains unknown_finding(rule, reason) if {
	data.settings.requiredTags.unknown == "warn"
	some [rule, reason] in undecided
}

# Nobody can ask the resources of a module outside the repository.
deny contains unseen if data.settings.requiredTags.unknown == "fail"

warn contains unseen if data.settings.requiredTags.unknown == "warn"

unseen := {
	"id": "module",
	"msg": $`Nobody can tell whether the resources of {input.module.address} carry the required tags: they come from {input.module.sourceAddress}, outside the repository.`,
	"actual": "unknown",
	"expected": $`the tags {concat(", ", keys)}`,
	"source": input.module.source,
	"details": {"case": "module"},
} if {
	keys := [rule.key | some rule in data.settings.requiredTags.keys]
	count(keys) > 0
}

undecided contains [rule, $`whether it is there cannot be told: {input.resource.tags.othersReason}`] if {
	some rule in asked
	not input.resource.tags.keys[rule.key]
	input.resource.tags.others == "unknown"
}

undecided contains [rule, $`whether it is there cannot be told: {tag.reason}`] if {
	some rule in asked
	tag := input.resource.tags.keys[rule.key]
	tag.state == "unknown"
}

undecided contains [rule, "its value cannot be told from the sources"] if {
	some rule in asked
	tag := input.resource.tags.keys[rule.key]
	tag.state == "present"
	tag.empty == null
	value_matters(rule)
}

unknown_finding(rule, reason) := {
	"id": rule.key,
	"msg": $`Required tag "{rule.key}": {reason}.`,
	"actual": "unknown",
	"expected": expectation(rule),
	"source": object.get(input.resource.tags.keys, [rule.key, "source"], null),
	"details": {"key": rule.key, "case": "unknown"},
}

value_matters(rule) if rule.values != null

value_matters(rule) if not rule.allowEmpty

expectation(rule) := $`one of {concat(", ", [entry.text | some entry in rule.values])}` if rule.values != null

expectation(rule) := "any value" if {
	rule.values == null
	rule.allowEmpty
}

expectation(rule) := "any value that is not empty" if {
	rule.values == null
	not rule.allowEmpty
}

default key_hint(_) := ""

key_hint(key) := $` There is "{found}": did you mean "{key}"?` if found := input.resource.tags.similarKeys[key]

default value_hint(_) := ""

value_hint(key) := $` Did you mean "{found}"?` if found := input.resource.tags.similarValues[key]
