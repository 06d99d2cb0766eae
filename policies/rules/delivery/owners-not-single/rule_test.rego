package planproof.rules.delivery["owners-not-single_test"]

import data.planproof.rules.delivery["owners-not-single"] as rule

_file(system, type, owners) := {"code-owners": [{
	"kind": "code-owners", "id": "f", "name": "f",
	"facts": {"system": system, "guarded": [{"type": type, "path": "p", "owners": owners}]},
}]}

_paths(answers) := {answer.path | some answer in answers}

_owners := ["guarded", 0, "owners"]

test_one_user_of_github_is_a_violation_for_pipelines_and_infrastructure_only if {
	some type in ["pipeline", "infrastructure"]
	violation := rule.violation with input.subjects as _file("github", type, ["@a"])
	_paths(violation) == {_owners}
	other := rule.violation with input.subjects as _file("github", "procedure", ["@a"])
	other == set()
}

test_teams_roles_and_two_owners_are_enough if {
	some [system, owners] in [["github", ["@a/b"]], ["github", ["@a", "@b"]], ["gitlab", ["@@maintainer"]], ["gitlab", ["@a/b"]]]
	all := _file(system, "pipeline", owners)
	violation := rule.violation with input.subjects as all
	violation == set()
	undecided := rule.undecided with input.subjects as all
	undecided == set()
}

test_who_may_be_a_group_is_undecided if {
	some [system, owner] in [["gitlab", "@a"], ["github", "a@b.example"], [{"unknown": "x"}, "@a"]]
	undecided := rule.undecided with input.subjects as _file(system, "pipeline", [owner])
	_paths(undecided) == {_owners}
}

test_nobody_is_for_another_rule if {
	all := _file("github", "pipeline", [])
	violation := rule.violation with input.subjects as all
	violation == set()
	examined := rule.examined with input.subjects as all
	examined == set()
}
