package planproof.rules.rollback["migrations-undone_test"]

import data.planproof.rules.rollback["migrations-undone"] as rule

_migration(undo) := {"kind": "migration", "id": "m/1.sql", "name": "1.sql", "facts": {"undo": undo}}

test_a_missing_way_back_is_a_violation if {
	violation := rule.violation with input.subjects.migration as [_migration(false), _migration(true), _migration(null)]
	{one.message | some one in violation} == {"Nothing is written that takes migration 1.sql back."}
}

test_a_tool_without_a_place_for_it_is_not_examined if {
	examined := rule.examined with input.subjects.migration as [_migration(null)]
	examined == set()
}
