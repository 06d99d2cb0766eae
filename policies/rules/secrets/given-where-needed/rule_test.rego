package planproof.rules.secrets["given-where-needed_test"]

import data.planproof.rules.secrets["given-where-needed"] as rule

_pipeline(surface) := [{"kind": "pipeline", "id": "p", "name": "p", "facts": {"surface": surface}}]

_messages(shared) := {one.message |
	some one in rule.violation with input.subjects.pipeline as _pipeline({"sharedSecrets": [shared]})
}

test_each_way_to_give_too_much_is_told if {
	_messages({"how": "every-job", "given": "TOKEN"}) == {"Pipeline p gives TOKEN to every job."}
	count(_messages({"how": "chosen", "given": "secrets[x]"})) == 1
	_messages({"how": "called", "given": "./w.yml", "inside": true}) == {"Pipeline p gives all its secrets to ./w.yml."}
}

test_what_stands_outside_the_repository_is_for_another_rule if {
	_messages({"how": "called", "given": "o/r/w.yml@v1", "inside": false}) == set()
	_messages({"how": "all", "given": "toJSON(secrets)"}) == set()
}

test_pipelines_without_a_surface_are_not_examined if {
	examined := rule.examined with input.subjects.pipeline as _pipeline(null)
	examined == set()
	seen := rule.examined with input.subjects.pipeline as _pipeline({"sharedSecrets": []})
	count(seen) == 1
}
