package planproof.rules.delivery["cluster-apis-served_test"]

import data.planproof.rules.delivery["cluster-apis-served"] as rule

_objects(removed, instead) := [{
	"kind": "cluster-object", "id": "o", "name": "web",
	"facts": {"type": "batch/v1beta1/CronJob", "removedIn": removed, "instead": instead},
}]

_violated(removed, instead) := {one.message | some one in rule.violation with input.subjects["cluster-object"] as _objects(removed, instead)}

test_what_is_gone_is_told_with_what_takes_its_place if {
	_violated("1.25", "batch/v1") == {"web is written as batch/v1beta1/CronJob, which Kubernetes 1.25 no longer has; batch/v1 takes its place."}
	_violated("1.25", null) == {"web is written as batch/v1beta1/CronJob, which Kubernetes 1.25 no longer has; nothing takes its place."}
}

test_what_is_served_is_none if _violated(null, null) == set()
