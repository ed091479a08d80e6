# METADATA
# title: Probe
# description: Brings the engine to its limits. Only the tests of the host use it.
# related_resources:
#   - ref: https://www.openpolicyagent.org/docs/wasm
# custom:
#   id: probe
#   severity: low
package tollgate.change.probe

# Gives back what it was given, and breaks when that lies between 1 and 3.
deny contains {"echo": given(value)} if {
	some value in input.values
}

given(value) := value if not small(value)

given(value) := "small" if small(value)

given(value) := value + 1 if {
	value > 1
	small(value)
}

small(value) if {
	is_number(value)
	value < 3
}

# Needs memory that grows with the square of its input.
warn contains pair if {
	some i in numbers.range(1, input.size)
	some j in numbers.range(1, input.size)
	pair := [i, j]
}
