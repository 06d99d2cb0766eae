package planproof.rules.delivery["approvers-as-many-as-planned_test"]

import data.planproof.rules.delivery["approvers-as-many-as-planned"] as rule

environment(approvals) := {"kind": "plan-environment", "id": "live", "name": "live", "environment": "live", "facts": {"approvals": approvals, "production": true}}

gate(system, reviewers) := {"kind": "gate", "id": "g", "name": "g", "environment": "live", "facts": {"system": system, "reviewers": reviewers}}

protection(pattern, reviews) := {"kind": "branch-protection", "id": "p", "name": "p", "environment": null, "facts": {"pattern": pattern, "reviews": reviews}}

release(facts) := {"kind": "gitops-release", "id": "r", "name": "r", "environment": null, "facts": object.union({"type": "Application", "production": true, "automatic": true, "fixed": false, "revision": "main"}, facts)}

given(approvals, gates, protections, releases) := {"subjects": {
	"plan-environment": [environment(approvals)],
	"gate": gates,
	"branch-protection": protections,
	"gitops-release": releases,
}}

told(files) := {each.message | some each in rule.violation with input as files}

open(files) := {each.reason | some each in rule.undecided with input as files}

test_one_of_the_reviewers_on_github_is_enough if {
	told(given(2, [gate("github-actions", 5)], [], [])) == {"Environment live goes on after 1 approval; the plan asks for 2."}
	told(given(2, [gate("azure-pipelines", 2)], [], [])) == set()
	told(given(3, [gate("gitlab-ci", 2)], [], [])) == {"Environment live goes on after 2 approvals; the plan asks for 3."}
	told(given(2, [gate("github-actions", 0)], [], [])) == set()
	told(given(null, [gate("github-actions", 1)], [], [])) == set()
}

test_reviews_and_further_gates_count if {
	told(given(2, [gate("github-actions", 5)], [protection("main", 1)], [])) == set()
	told(given(3, [gate("github-actions", 5)], [protection("main", 1)], [])) != set()
	told(given(2, [gate("github-actions", 5), gate("github-actions", 5)], [], [])) == set()
}

test_what_is_not_known_is_undecided if {
	told(given(2, [gate("github-actions", 5)], [protection("main", {"unknown": "a"})], [])) == set()
	open(given(2, [gate("github-actions", 5)], [protection("main", {"unknown": "a"})], [])) == {"a"}
	open(given(1, [gate("github-actions", 5)], [protection("main", {"unknown": "a"})], [])) == set()
	open(given(2, [gate("gitlab-ci", {"unknown": "b"})], [], [])) == {"b"}
}

test_what_follows_a_branch_needs_its_reviews if {
	told(given(1, [], [protection("main", 0)], [release({})])) == {"Application r follows main, whose changes need 0 approvals; the plan asks for 1."}
	told(given(1, [], [protection("main", 0)], [release({"automatic": false})])) == set()
	told(given(1, [], [protection("main", 0)], [release({"fixed": true})])) == set()
	told(given(1, [], [protection("main", 0)], [release({"production": false})])) == set()
	told(given(1, [], [protection("main", 0), protection("main", 1)], [release({})])) == set()
}

test_another_branch_tells_nothing if {
	told(given(1, [], [protection("next", 0)], [release({})])) == set()
	open(given(1, [], [protection("next", 0)], [release({})])) == {"how many approvals a change of main needs is not among the files"}
	open(given(1, [], [protection("main", null)], [release({})])) == {"how many approvals a change of main needs is not among the files"}
}

job(asked) := {"kind": "deploy-job", "id": sprintf("j%d", [asked]), "name": "j", "environment": "live", "facts": {"system": "azure-pipelines", "asked": asked}}

deployed(approvals, jobs) := {"subjects": {
	"plan-environment": [environment(approvals)],
	"gate": [gate("azure-pipelines", 1)],
	"branch-protection": [],
	"gitops-release": [],
	"deploy-job": jobs,
}}

test_what_pipelines_ask_before_a_gate_counts if {
	told(deployed(2, [job(0)])) == {"Environment live goes on after 1 approval; the plan asks for 2."}
	told(deployed(2, [job(1)])) == set()
	told(deployed(2, [job(1), job(0)])) == {"Environment live goes on after 1 approval; the plan asks for 2."}
}
