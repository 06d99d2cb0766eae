package planproof.rules.workload["images-versioned_test"]

import data.planproof.rules.workload["images-versioned"] as rule

_workloads(image) := [{
	"kind": "workload", "id": "w", "name": "w",
	"facts": {"containers": [{"name": "a", "image": "x:1"}, {"name": "b", "image": image}]},
}]

_violated(image) := {one.path | some one in rule.violation with input.subjects.workload as _workloads(image)}

test_images_without_a_version_move if {
	_violated("nginx") == {["containers", 1, "image"]}
	_violated("nginx:latest") == {["containers", 1, "image"]}
	_violated("registry.example.com:5000/team/app") == {["containers", 1, "image"]}
}

test_versions_and_digests_hold if {
	_violated("nginx:1.27") == set()
	_violated("registry.example.com:5000/team/app:2") == set()
	_violated("app@sha256:0123") == set()
	_violated("") == set()
	_violated(null) == set()
}

test_an_unknown_is_undecided if {
	undecided := rule.undecided with input.subjects.workload as _workloads({"unknown": "x"})
	{one.path | some one in undecided} == {["containers", 1, "image"]}
	_violated({"unknown": "x"}) == set()
}
