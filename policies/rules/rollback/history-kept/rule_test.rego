package planproof.rules.rollback["history-kept_test"]

import data.planproof.rules.rollback["history-kept"] as rule

_subject(kind, facts) := {"kind": kind, "id": kind, "name": "a", "facts": facts}

_workload(type, limit) := {"workload": [_subject("workload", {"type": type, "revisionHistoryLimit": limit})]}

_release(limit) := {"gitops-release": [_subject("gitops-release", {"type": "HelmRelease", "historyLimit": limit})]}

_rollout(kept) := {"rollout": [_subject("rollout", {"type": "Rollout", "oldKept": kept})]}

_violated(subjects) if count(rule.violation) > 0 with input.subjects as subjects

_undecided(subjects) := {one.path | some one in rule.undecided with input.subjects as subjects}

_examined(subjects) if count(rule.examined) > 0 with input.subjects as subjects

test_what_keeps_nothing_old_is_a_violation if {
	_violated(_workload("Deployment", 0))
	not _violated(_workload("Deployment", 1))
	_violated(_release(0))
	not _violated(_release(5))
	_violated(_rollout(false))
	not _violated(_rollout(true))
}

test_workloads_that_have_no_history_are_not_looked_at if {
	not _violated(_workload("Job", 0))
	not _examined(_workload("Job", 0))
	_examined(_workload("DaemonSet", 3))
}

test_null_is_not_the_matter_of_the_object if {
	not _violated(_release(null))
	not _examined(_release(null))
	not _examined(_rollout(null))
	_examined(_rollout(true))
}

test_an_unknown_is_undecided if {
	_undecided(_workload("StatefulSet", {"unknown": "x"})) == {["revisionHistoryLimit"]}
	_undecided(_release({"unknown": "x"})) == {["historyLimit"]}
	_undecided(_rollout({"unknown": "x"})) == {["oldKept"]}
	_undecided(_workload("Job", {"unknown": "x"})) == set()
}

_job(limit) := {"deploy-job": [_subject("deploy-job", {"historyLimit": limit})]}

test_helm_counts_the_release_that_runs if {
	_violated(_job(1))
	not _violated(_job(2))
	not _violated(_job(0))
	not _violated(_job(null))
	not _examined(_job(null))
	_undecided(_job({"unknown": "x"})) == {["historyLimit"]}
}
