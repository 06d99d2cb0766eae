package planproof.rules.rollback["runbooks-lead-back_test"]

import data.planproof.rules.rollback["runbooks-lead-back"] as rule

_runbook(facts) := {"kind": "plan-document", "id": "runbook", "name": "Shop", "facts": object.union(
	{"role": "runbook", "path": "run.md#shop", "exists": true, "topics": ["diagnosis"], "components": ["shop"]},
	facts,
)}

_procedure := {"kind": "plan-document", "id": "back", "name": "Back", "facts": {"role": "rollback", "path": "back.md#web"}}

_component(facts) := {"kind": "plan-component", "id": "c", "name": "shop", "facts": object.union(
	{"criticality": "critical", "type": "service"},
	facts,
)}

_document(path, facts) := {"kind": "document", "id": path, "name": path, "facts": object.union(
	{"path": path, "leadsTo": [], "mechanisms": []},
	facts,
)}

_subjects(runbook, component, document) := {
	"plan-document": [_runbook(runbook), _procedure],
	"plan-component": [_component(component)],
	"document": [document],
}

_plain := _document("run.md", {})

_violated(runbook, component, document) := {one.path | some one in violation} if {
	violation := rule.violation with input.subjects as _subjects(runbook, component, document)
}

_examined(runbook, component) := {one.id | some one in examined} if {
	examined := rule.examined with input.subjects as _subjects(runbook, component, _plain)
}

test_a_runbook_that_says_nothing_of_going_back_is_a_violation if {
	_violated({}, {}, _plain) == {["topics"]}
	violation := rule.violation with input.subjects as _subjects({}, {}, _plain)
	{one.message | some one in violation} == {"The runbook Shop of shop says nothing of going back to the version before."}
}

test_a_section_on_it_is_enough if _violated({"topics": ["rollback"]}, {}, _plain) == set()

test_a_link_to_the_procedure_is_enough if {
	_violated({}, {}, _document("run.md", {"leadsTo": ["back.md"]})) == set()
	_violated({}, {}, _document("run.md", {"leadsTo": ["other.md"]})) == {["topics"]}
	_violated({}, {}, _document("other.md", {"leadsTo": ["back.md"]})) == {["topics"]}
}

test_a_link_to_what_is_no_rollback_procedure_is_not if {
	_violated({}, {}, _document("run.md", {"leadsTo": ["run.md"]})) == {["topics"]}
}

_back(command) := {"mechanisms": [{"mechanism": "helm-rollback", "command": command}]}

test_a_command_that_goes_back_is_enough if {
	_violated({}, {}, _document("run.md", _back(true))) == set()
	_violated({}, {}, _document("run.md", _back(false))) == {["topics"]}
	_violated({}, {}, _document("other.md", _back(true))) == {["topics"]}
}

test_only_runbooks_of_critical_services_are_judged if {
	_examined({}, {}) == {"runbook"}
	_examined({}, {"criticality": "high"}) == set()
	_examined({}, {"type": "database"}) == set()
	_examined({"components": ["other"]}, {}) == set()
	_examined({"role": "architecture"}, {}) == set()
	_examined({"exists": false}, {}) == set()
}

test_it_is_undecided_where_the_runbook_could_not_be_read if {
	unknown := {"exists": {"unknown": "x"}, "topics": {"unknown": "y"}}
	_violated(unknown, {}, _plain) == set()
	undecided := rule.undecided with input.subjects as _subjects(unknown, {}, _plain)
	{[one.id, one.reason] | some one in undecided} == {["runbook", "y"]}
}
