package planproof.rules.rollback["procedure-complete_test"]

import data.planproof.rules.rollback["procedure-complete"] as rule

_facts := {"role": "rollback", "exists": true, "topics": ["rollback", "verification"], "steps": 3}

_documents(facts) := [{"kind": "plan-document", "id": "d", "name": "d", "facts": object.union(_facts, facts)}]

_messages(facts) := {one.message | some one in rule.violation with input.subjects["plan-document"] as _documents(facts)}

_undecided(facts) := {one.path | some one in rule.undecided with input.subjects["plan-document"] as _documents(facts)}

test_a_procedure_exists_and_says_how_and_whether_it_worked if {
	_messages({}) == set()
	_messages({"topics": ["rollback"]}) == {"The rollback procedure d has no section on verification."}
	_messages({"topics": [], "steps": 0}) == {
		"The rollback procedure d has no section on rollback.",
		"The rollback procedure d has no section on verification.",
		"The rollback procedure d has neither numbered steps nor commands.",
	}
}

test_what_does_not_exist_is_told_once if {
	_messages({"exists": false, "topics": [], "steps": 0}) == {"The rollback procedure d does not exist."}
}

test_other_documents_are_not_examined if {
	documents := _documents({"role": "runbook", "exists": false})
	violation := rule.violation with input.subjects["plan-document"] as documents
	examined := rule.examined with input.subjects["plan-document"] as documents
	violation == set()
	examined == set()
	_undecided({"role": "runbook", "exists": {"unknown": "x"}}) == set()
}

test_an_unknown_is_undecided if {
	_undecided({"topics": {"unknown": "x"}, "steps": {"unknown": "x"}}) == {["topics"], ["steps"]}
	_messages({"topics": {"unknown": "x"}, "steps": {"unknown": "x"}}) == set()
}
