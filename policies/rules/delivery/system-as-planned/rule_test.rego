package planproof.rules.delivery["system-as-planned_test"]

import data.planproof.rules.delivery["system-as-planned"] as rule

_subjects(planned, systems, releases, jobs) := {
	"plan": [{"kind": "plan", "id": "plan", "name": "plan", "facts": {"deliverySystem": planned}}],
	"pipeline": [{"kind": "pipeline", "id": system, "name": system, "facts": {"system": system}} | some system in systems],
	"gitops-release": [{"kind": "gitops-release", "id": type, "name": type, "facts": {"type": type}} | some type in releases],
	"deploy-job": jobs,
}

_job(system, production) := {
	"kind": "deploy-job",
	"id": system,
	"name": "release",
	"facts": {"system": system, "production": production},
}

_messages(subjects) := {one.message | some one in violation} if {
	violation := rule.violation with input.subjects as subjects
}

_reasons(subjects) := {one.reason | some one in undecided} if {
	undecided := rule.undecided with input.subjects as subjects
}

test_the_planned_system_is_right_whatever_else_there_is if {
	subjects := _subjects("gitlab-ci", ["gitlab-ci", "jenkins"], ["Application"], [_job("gitlab-ci", true), _job("jenkins", false)])
	_messages(subjects) == set()
	_reasons(subjects) == set()
}

test_other_pipelines_alone_are_a_violation if {
	_messages(_subjects("gitlab-ci", ["jenkins"], ["HelmRelease"], [])) == {"The plan delivers by gitlab-ci; the files have flux, jenkins."}
}

test_a_job_of_another_system_that_deploys_to_production_is_a_violation if {
	_messages(_subjects("gitlab-ci", ["gitlab-ci", "jenkins"], [], [_job("jenkins", true)])) == {"Deploy job release deploys to production by jenkins; the plan delivers by gitlab-ci."}
}

test_jobs_beside_what_keeps_a_cluster_are_right if {
	subjects := _subjects("argo-cd", ["github-actions"], ["Application"], [_job("github-actions", true)])
	_messages(subjects) == set()
	_reasons(subjects) == set()
}

test_a_system_whose_files_stand_elsewhere_is_undecided if {
	_reasons(_subjects("flux", ["github-actions"], ["Application"], [])) == {"nothing of flux is among the files"}
	_reasons(_subjects("spinnaker", [], [], [])) == {"nothing of spinnaker is among the files"}
	_reasons(_subjects("gitlab-ci", [], [], [])) == {"nothing of gitlab-ci is among the files"}
}

test_a_plan_that_names_another_system_or_none_is_not_looked_at if {
	examined := rule.examined with input.subjects as _subjects("other", ["jenkins"], [], [])
	examined == set()
	open := rule.examined with input.subjects as _subjects(null, ["jenkins"], [], [])
	open == set()
}
