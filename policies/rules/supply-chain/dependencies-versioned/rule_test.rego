package planproof.rules["supply-chain"]["dependencies-versioned_test"]

import data.planproof.rules["supply-chain"]["dependencies-versioned"] as rule

_dependencies(changes) := [object.union(
	{"kind": "build-dependency", "id": "d", "name": "d", "format": object.get(changes, "format", "gitlab-ci")},
	{"facts": object.union(
		{"type": "action", "reference": "o/a@main", "firstParty": true, "versioned": false},
		object.remove(changes, ["format"]),
	)},
)]

_messages(changes) := {one.message | some one in rule.violation with input.subjects["build-dependency"] as _dependencies(changes)}

_examined(changes) if count(rule.examined) > 0 with input.subjects["build-dependency"] as _dependencies(changes)

test_each_kind_is_named if {
	_messages({}) == {"o/a@main has no version, so that each run takes whatever is the newest."}
	_messages({"type": "orb"}) == {"Orb o/a@main has no version, so that each run takes whatever is the newest."}
	_messages({"type": "image"}) == {"Image o/a@main has no version, so that each run takes whatever is the newest."}
}

test_what_has_a_version_is_fine_and_was_looked_at if {
	_messages({"versioned": true}) == set()
	_examined({"versioned": true})
}

test_code_of_others_is_left_to_the_rule_that_asks_for_a_hash_unless_it_only_runs_beside if {
	not _examined({"firstParty": false})
	_messages({"firstParty": false, "type": "service"}) == {"Service o/a@main has no version, so that each run takes whatever is the newest."}
	_messages({"firstParty": {"unknown": "whose it is"}}) == _messages({})
}

test_containers_of_the_cluster_are_left_to_the_rule_of_workloads if {
	not _examined({"format": "tekton", "type": "image"})
	not _examined({"format": "argo-workflows", "type": "service", "firstParty": false})
	_examined({"format": "tekton", "type": "reusable-workflow"})
}

test_what_is_known_only_in_a_run_is_undecided if {
	undecided := rule.undecided with input.subjects["build-dependency"] as _dependencies({"versioned": {"unknown": "x"}})
	{one.reason | some one in undecided} == {"x"}
}
