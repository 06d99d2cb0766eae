package planproof.rules["supply-chain"]["dependencies-pinned_test"]

import data.planproof.rules["supply-chain"]["dependencies-pinned"] as rule

_dependencies(facts) := [{
	"kind": "build-dependency", "id": "d", "name": "d",
	"facts": object.union({"type": "action", "reference": "o/a@v1", "firstParty": false, "pinned": false}, facts),
}]

_messages(facts) := {one.message | some one in rule.violation with input.subjects["build-dependency"] as _dependencies(facts)}

_undecided(facts) if count(rule.undecided) > 0 with input.subjects["build-dependency"] as _dependencies(facts)

_examined(facts) if count(rule.examined) > 0 with input.subjects["build-dependency"] as _dependencies(facts)

test_each_kind_is_told_what_pins_it if {
	_messages({}) == {"o/a@v1 is not pinned by a full commit hash."}
	_messages({"type": "image"}) == {"Image d is not pinned by a digest."}
	_messages({"type": "orb"}) == {"Orb o/a@v1 is not pinned by a full version."}
	_messages({"type": "library"}) == {"Library o/a@v1 is not pinned by a version."}
}

test_a_pipe_of_bitbucket_is_an_image if {
	pipe := {"type": "action", "reference": "o/p:1.0.0", "firstParty": false, "pinned": false}
	dependency := {"kind": "build-dependency", "id": "d", "name": "o/p", "format": "bitbucket-pipelines", "facts": pipe}
	violation := rule.violation with input.subjects["build-dependency"] as [dependency]
	{one.message | some one in violation} == {"Pipe o/p:1.0.0 is not pinned by an image digest."}
}

test_what_is_pinned_or_our_own_is_fine if {
	_messages({"pinned": true}) == set()
	_messages({"firstParty": true}) == set()
	not _examined({"firstParty": true})
}

test_services_beside_the_job_are_not_looked_at if {
	_messages({"type": "service"}) == set()
	not _examined({"type": "service"})
}

test_an_unknown_is_undecided if {
	_undecided({"pinned": {"unknown": "x"}})
	not _undecided({"pinned": {"unknown": "x"}, "firstParty": true})
	_messages({"firstParty": {"unknown": "x"}}) == set()
}

_image(format, name) := {one.message |
	some one in rule.violation with input.subjects["build-dependency"] as [{
		"kind": "build-dependency", "id": "d", "name": name, "format": format,
		"facts": {"type": "image", "reference": name, "firstParty": false, "pinned": false},
	}]
}

test_a_step_of_a_cluster_without_a_version_is_told_once if {
	_image("tekton", "r.example/node:latest") == set()
	_image("argo-workflows", "r.example:5000/node") == set()
	_image("tekton", "r.example/node:22") == {"Image r.example/node:22 is not pinned by a digest."}
	_image("github-actions", "node:latest") == {"Image node:latest is not pinned by a digest."}
}
