package planproof.rules.workload["readiness-probed_test"]

import data.planproof.rules.workload["readiness-probed"] as rule

_container(init, probe) := {"init": init, "readinessProbe": probe}

_workloads(facts) := [{
	"kind": "workload", "id": "w", "name": "w",
	"facts": object.union(
		{"type": "Deployment", "serves": true, "containers": [_container(true, false), _container(false, false)]},
		facts,
	),
}]

_violated(facts) := {one.path | some one in rule.violation with input.subjects.workload as _workloads(facts)}

_undecided(facts) if count(rule.undecided) > 0 with input.subjects.workload as _workloads(facts)

_examined(facts) if count(rule.examined) > 0 with input.subjects.workload as _workloads(facts)

test_the_first_container_that_stays_is_pointed_at if {
	_violated({}) == {["containers", 1, "readinessProbe"]}
}

test_one_probe_is_enough_and_that_of_an_init_container_is_none if {
	_violated({"containers": [_container(false, false), _container(false, true)]}) == set()
	_violated({"containers": [_container(true, true), _container(false, false)]}) == {["containers", 1, "readinessProbe"]}
	_violated({"containers": [_container(false, {"unknown": "x"})]}) == set()
	_violated({"containers": []}) == set()
}

test_what_serves_nobody_needs_none if {
	_violated({"serves": false}) == set()
	_violated({"serves": {"unknown": "x"}}) == set()
	_undecided({"serves": {"unknown": "x"}})
	not _undecided({"serves": {"unknown": "x"}, "containers": [_container(false, true)]})
}

test_jobs_and_daemons_are_not_examined if {
	_violated({"type": "Job"}) == set()
	not _examined({"type": "DaemonSet"})
	_examined({"type": "StatefulSet"})
}
