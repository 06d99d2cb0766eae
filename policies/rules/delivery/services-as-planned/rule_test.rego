package planproof.rules.delivery["services-as-planned_test"]

import data.planproof.rules.delivery["services-as-planned"] as rule

_environment(services) := {
	"kind": "plan-environment",
	"id": "plan:environments.production",
	"name": "production",
	"facts": {"foundStacks": ["infra"], "services": services},
}

_service(name, count) := {
	"service": name,
	"type": null,
	"hosting": "cloud",
	"size": null,
	"count": count,
	"storageGib": null,
}

_made(name, least, most) := {
	"kind": "cloud-service",
	"id": sprintf("infra:%s", [name]),
	"name": name,
	"environment": "production",
	"facts": {"services": [name], "size": null, "least": least, "most": most, "storageGib": null},
}

_subjects(planned, made, resources) := {
	"plan-environment": [_environment(planned)],
	"cloud-service": made,
	"stack": [{"kind": "stack", "id": "infra", "facts": {"path": "infra", "resources": resources}}],
}

test_several_entries_of_one_service_count_together if {
	planned := [_service("eks", 2), _service("EKS", 4)]
	enough := rule.violation with input.subjects as _subjects(planned, [_made("eks", 3, 6)], [])
	enough == set()
	few := rule.violation with input.subjects as _subjects(planned, [_made("eks", 1, 5)], [])
	{one.message | some one in few} == {
		"Environment production is planned with 6 of eks; the code has 1 to 5.",
		"Environment production is planned with 6 of EKS; the code has 1 to 5.",
	}
}

test_code_elsewhere_may_make_what_is_missing if {
	planned := [_service("eks", null)]
	missing := rule.violation with input.subjects as _subjects(planned, [], ["aws_s3_bucket.a"])
	{one.message | some one in missing} == {"Environment production is planned with eks, which its infrastructure code does not make."}
	hidden := _subjects(planned, [], ["module.cluster"])
	violation := rule.violation with input.subjects as hidden
	violation == set()
	undecided := rule.undecided with input.subjects as hidden
	{one.reason | some one in undecided} == {"the code of module.cluster is not among the files"}
}

test_names_of_ones_own_are_not_judged if {
	examined := rule.examined with input.subjects as _subjects([_service("the-big-one", 1)], [], [])
	examined == set()
}
