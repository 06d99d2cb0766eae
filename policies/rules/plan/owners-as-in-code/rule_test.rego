package planproof.rules.plan["owners-as-in-code_test"]

import data.planproof.rules.plan["owners-as-in-code"] as rule

_subjects(owner, found, all, people) := {
	"plan-component": [{"kind": "plan-component", "id": "c", "name": "c", "facts": {"owner": owner, "codeOwners": found}}],
	"code-owners": [{"kind": "code-owners", "id": "f", "name": "f", "facts": {"entries": [{"owners": all}]}}],
	"plan": [{"kind": "plan", "id": "p", "name": "p", "facts": {"people": people}}],
}

_paths(answers) := {answer.path | some answer in answers}

test_names_are_the_same_whatever_they_are_written_with if {
	some owner in ["@shop/platform-team", "@Platform", "platform team"]
	all := _subjects("Platform", [owner], [owner], [])
	violation := rule.violation with input.subjects as all
	violation == set()
	undecided := rule.undecided with input.subjects as all
	undecided == set()
}

test_an_address_is_whose_contact_it_is if {
	all := _subjects("Ann", ["ann@x.example"], ["ann@x.example"], [{"name": "Ann", "contact": "Ann@x.example"}])
	violation := rule.violation with input.subjects as all
	violation == set()
}

test_another_one_is_a_violation_where_either_side_knows_both if {
	code := rule.violation with input.subjects as _subjects("a", ["@b"], ["@a", "@b"], [])
	_paths(code) == {["owner"]}
	people := rule.violation with input.subjects as _subjects("a", ["@b"], ["@b"], [{"name": "b", "contact": null}])
	_paths(people) == {["owner"]}
}

test_names_of_two_worlds_are_undecided if {
	all := _subjects("a", ["@b"], ["@b"], [])
	violation := rule.violation with input.subjects as all
	violation == set()
	undecided := rule.undecided with input.subjects as all
	_paths(undecided) == {["owner"]}
}

test_nobody_is_a_violation_and_no_file_is_not_examined if {
	nobody := rule.violation with input.subjects as _subjects("a", [], ["@b"], [])
	_paths(nobody) == {["codeOwners"]}
	examined := rule.examined with input.subjects as _subjects("a", null, [], [])
	examined == set()
}
