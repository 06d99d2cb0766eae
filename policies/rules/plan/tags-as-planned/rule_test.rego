package planproof.rules.plan["tags-as-planned_test"]

import data.planproof.rules.plan["tags-as-planned"] as rule

_plan(tags) := {"kind": "plan", "id": "deployment-plan.yaml", "name": "Shop", "facts": {"tags": tags}}

_resource(provider, names, complete) := {
	"kind": "tagging",
	"id": "infra:a",
	"name": "a",
	"facts": {"provider": provider, "names": names, "complete": complete},
}

_subjects(tags, resource) := {"plan": [_plan(tags)], "tagging": [resource]}

_lacks(message) := {
	"kind": "tagging",
	"id": "infra:a",
	"path": ["names"],
	"message": message,
	"related": [{
		"kind": "plan",
		"id": "deployment-plan.yaml",
		"path": ["tags"],
		"message": "The plan's tags are here",
	}],
}

test_what_is_missing_is_named if {
	one := rule.violation with input.subjects as _subjects(["owner", "team"], _resource("aws", ["owner"], true))
	one == {_lacks("a lacks the planned tag team.")}
	both := rule.violation with input.subjects as _subjects(["owner", "team"], _resource("aws", ["Name"], true))
	both == {_lacks("a lacks the planned tags owner, team.")}
}

test_case_matters_to_aws_only if {
	aws := rule.violation with input.subjects as _subjects(["Owner"], _resource("aws", ["owner"], true))
	aws == {_lacks("a lacks the planned tag Owner.")}
	google := rule.violation with input.subjects as _subjects(["Owner"], _resource("gcp", ["owner"], true))
	google == set()
}

test_no_statement_is_no_finding if {
	subjects := _subjects([], _resource("aws", [], true))
	violation := rule.violation with input.subjects as subjects
	violation == set()
	examined := rule.examined with input.subjects as subjects
	examined == set()
}

test_tags_from_elsewhere_are_undecided_where_one_is_missing if {
	elsewhere := {"unknown": "tags can be given to the whole stack when it is deployed"}
	missing := _subjects(["owner"], _resource("aws", [], elsewhere))
	violation := rule.violation with input.subjects as missing
	violation == set()
	undecided := rule.undecided with input.subjects as missing
	undecided == {{
		"kind": "tagging",
		"id": "infra:a",
		"path": ["complete"],
		"reason": "tags can be given to the whole stack when it is deployed",
	}}
	there := rule.undecided with input.subjects as _subjects(["owner"], _resource("aws", ["owner"], elsewhere))
	there == set()
}
