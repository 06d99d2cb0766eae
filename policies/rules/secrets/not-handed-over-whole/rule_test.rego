package planproof.rules.secrets["not-handed-over-whole_test"]

import data.planproof.rules.secrets["not-handed-over-whole"] as rule

_pipeline(surface) := [{"kind": "pipeline", "id": "p", "name": "p", "facts": {"surface": surface}}]

_messages(shared) := {one.message |
	some one in rule.violation with input.subjects.pipeline as _pipeline({"sharedSecrets": [shared]})
}

test_all_secrets_at_once_are_too_many if {
	_messages({"how": "all", "given": "toJSON(secrets)"}) == {"Pipeline p reads all secrets at once (toJSON(secrets))."}
	_messages({"how": "called", "given": "o/r/w.yml@v1", "inside": false}) == {
		"Pipeline p gives all its secrets to o/r/w.yml@v1, which stands outside the repository.",
	}
}

test_what_stays_inside_is_for_another_rule if {
	_messages({"how": "called", "given": "./w.yml", "inside": true}) == set()
	_messages({"how": "every-job", "given": "TOKEN"}) == set()
}

test_pipelines_without_a_surface_are_not_examined if {
	examined := rule.examined with input.subjects.pipeline as _pipeline(null)
	examined == set()
	seen := rule.examined with input.subjects.pipeline as _pipeline({"sharedSecrets": []})
	count(seen) == 1
}
