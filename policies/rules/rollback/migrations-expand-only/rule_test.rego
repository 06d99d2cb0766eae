package planproof.rules.rollback["migrations-expand-only_test"]

import data.planproof.rules.rollback["migrations-expand-only"] as rule

_migration(unused, breaking) := {
	"kind": "migration",
	"id": "m/1.sql",
	"name": "1.sql",
	"facts": {"unused": unused, "breaking": [{"statement": statement} | some statement in breaking]},
}

test_what_breaks_the_version_before_is_a_violation if {
	messages := {one.message | some one in rule.violation with input.subjects.migration as [_migration(false, ["DROP TABLE a"])]}
	messages == {"After migration 1.sql the version before does not run: DROP TABLE a."}
}

test_what_is_said_to_be_unused_is_undecided if {
	subjects := [_migration(true, ["DROP TABLE a"])]
	violation := rule.violation with input.subjects.migration as subjects
	violation == set()
	undecided := rule.undecided with input.subjects.migration as subjects
	count(undecided) == 1
}

test_what_only_adds_is_fine if {
	subjects := [_migration(false, []), _migration(true, [])]
	violation := rule.violation with input.subjects.migration as subjects
	violation == set()
	undecided := rule.undecided with input.subjects.migration as subjects
	undecided == set()
}
