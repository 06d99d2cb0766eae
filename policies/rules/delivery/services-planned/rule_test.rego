package planproof.rules.delivery["services-planned_test"]

import data.planproof.rules.delivery["services-planned"] as rule

_environment(services) := {"kind": "plan-environment", "id": "e", "name": "live", "facts": {"services": services}}

_planned(name, type) := {"service": name, "type": type}

_service(id, facts) := {"kind": "cloud-service", "id": id, "name": id, "environment": "live", "facts": object.union(
	{"services": ["s3"], "type": "object-storage"},
	facts,
)}

_violated(planned, found) := {one.id | some one in violation} if {
	violation := rule.violation with input.subjects as {"plan-environment": [_environment(planned)], "cloud-service": found}
}

_examined(planned, found) := {one.id | some one in examined} if {
	examined := rule.examined with input.subjects as {"plan-environment": [_environment(planned)], "cloud-service": found}
}

_queue := _planned("SQS", "queue")

test_a_service_that_the_plan_does_not_list_is_a_violation_once if {
	_violated([_queue], [_service("a", {}), _service("b", {})]) == {"a"}
	_violated([_queue], [_service("a", {}), _service("b", {"services": ["rds"], "type": "database"})]) == {"a", "b"}
}

test_a_listed_service_is_right_however_it_is_written if {
	_violated([_planned("S3", "other")], [_service("a", {})]) == set()
	_violated([_planned("Cosmos DB", "other")], [_service("a", {"services": ["x", "cosmosdb"]})]) == set()
}

test_the_plan_may_call_one_of_the_type_by_its_own_name if {
	_violated([_planned("Archive", "object-storage")], [_service("a", {})]) == set()
	_violated([_planned("Archive", "queue")], [_service("a", {})]) == {"a"}
}

test_a_name_that_means_another_service_of_the_type_does_not_stand_for_it if {
	found := [_service("a", {}), _service("b", {"services": ["efs"]})]
	_violated([_planned("EFS", "object-storage")], found) == {"a"}
}

test_an_environment_whose_services_are_not_listed_is_not_judged if {
	_violated([], [_service("a", {})]) == set()
	_examined([], [_service("a", {})]) == set()
}

test_services_of_other_environments_are_not_held_against_it if {
	other := object.union(_service("a", {}), {"environment": "test"})
	_violated([_queue], [other]) == set()
	_examined([_queue], [other]) == set()
	_examined([_queue], [_service("a", {})]) == {"e"}
}

test_an_unknown_service_is_undecided if {
	unknown := _service("a", {"services": {"unknown": "x"}})
	_violated([_queue], [unknown]) == set()
	environments := [_environment([_queue])]
	undecided := rule.undecided with input.subjects as {"plan-environment": environments, "cloud-service": [unknown]}
	{[one.id, one.reason] | some one in undecided} == {["a", "x"]}
	other := [object.union(unknown, {"environment": "test"})]
	none := rule.undecided with input.subjects as {"plan-environment": environments, "cloud-service": other}
	none == set()
}
