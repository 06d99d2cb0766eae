package planproof.rules.rollback["procedure-as-planned_test"]

import data.planproof.rules.rollback["procedure-as-planned"] as rule

_environment(facts) := {"kind": "plan-environment", "id": "e", "name": "production", "facts": object.union(
	{
		"rollbackMechanism": "rollout-undo",
		"rollbackAutomatic": false,
		"rollbackProcedure": {"path": "a.md#back", "exists": true},
		"foundRollbacks": [],
	},
	facts,
)}

_document(mechanisms) := {"kind": "document", "id": "a.md", "name": "a.md", "facts": {
	"path": "a.md", "whole": true, "mechanisms": mechanisms,
}}

_violated(facts, mechanisms) := result if result := count(rule.violation) with input.subjects as {
	"plan-environment": [_environment(facts)],
	"document": [_document(mechanisms)],
}

_helm := {"mechanism": "helm-rollback", "command": true}

_undo := {"mechanism": "rollout-undo", "command": true}

test_one_of_the_ways_is_the_planned_one if {
	_violated({}, [_helm]) == 1
	_violated({}, [_helm, _undo]) == 0
	_violated({}, []) == 0
}

test_what_goes_back_by_itself_needs_no_words if _violated({"rollbackAutomatic": true}, [_helm]) == 0

test_the_files_have_one_of_the_ways if {
	_violated({"foundRollbacks": ["helm-rollback"]}, [_undo]) == 1
	_violated({"foundRollbacks": ["helm-rollback"]}, [_undo, _helm]) == 0
	_violated({"foundRollbacks": {"unknown": "x"}}, [_undo]) == 0
}
