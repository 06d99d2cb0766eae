package planproof.rules["supply-chain"]["artifacts-as-planned_test"]

import data.planproof.rules["supply-chain"]["artifacts-as-planned"] as rule

_plan(artifacts) := [{"kind": "plan", "id": "plan", "name": "plan", "facts": {"artifacts": artifacts}}]

_pipelines(kind, details) := [{"kind": "pipeline", "id": "ci", "name": "ci", "facts": {"stages": [stage |
	some detail in details
	stage := {"kind": kind, "detail": detail}
]}}]

_paths(artifacts, pipelines) := {one.path | some one in violation} if {
	violation := rule.violation with input.subjects as {"plan": _plan(artifacts), "pipeline": pipelines}
}

_all := {"signed": true, "provenance": true, "sbom": true}

test_each_promise_is_kept_by_a_step_of_its_own if {
	every promise, detail in {"signed": "signature", "provenance": "provenance", "sbom": "sbom"} {
		_paths({promise: true}, _pipelines("sign", [detail])) == set()
		_paths(_all, _pipelines("sign", [detail])) == {["artifacts", other] | some other in (object.keys(_all) - {promise})}
	}
}

test_the_message_says_what_is_missing if {
	violation := rule.violation with input.subjects as {"plan": _plan({"signed": true}), "pipeline": _pipelines("sign", [])}
	{one.message | some one in violation} == {"What is built is planned to be signed, which no pipeline does."}
}

test_a_stage_of_another_kind_keeps_no_promise if {
	_paths({"sbom": true}, _pipelines("scan", ["sbom"])) == {["artifacts", "sbom"]}
}

test_what_is_not_promised_is_not_asked_for if {
	_paths({"signed": false, "sbom": null}, _pipelines("sign", [])) == set()
	examined := rule.examined with input.subjects as {"plan": _plan({"signed": false}), "pipeline": []}
	examined == set()
}

test_it_is_undecided_without_pipelines if {
	subjects := {"plan": _plan(_all), "pipeline": []}
	undecided := rule.undecided with input.subjects as subjects
	{one.path | some one in undecided} == {["artifacts", "signed"], ["artifacts", "provenance"], ["artifacts", "sbom"]}
	_paths(_all, []) == set()
	none := rule.undecided with input.subjects as {"plan": _plan(_all), "pipeline": _pipelines("sign", [])}
	none == set()
	examined := rule.examined with input.subjects as subjects
	{one.id | some one in examined} == {"plan"}
}
