package planproof.rules["supply-chain"]["registry-as-planned_test"]

import data.planproof.rules["supply-chain"]["registry-as-planned"] as rule

_subjects(registry, image) := {
	"plan": [{"kind": "plan", "id": "plan", "name": "plan", "facts": {"artifacts": {"registry": registry}}}],
	"workload": [{"kind": "workload", "id": "w", "name": "shop", "facts": {
		"type": "Deployment",
		"containers": [{"image": image}],
	}}],
}

_violated(registry, image) if {
	violation := rule.violation with input.subjects as _subjects(registry, image)
	{one.path | some one in violation} == {["containers", 0, "image"]}
}

_examined(registry, image) if {
	examined := rule.examined with input.subjects as _subjects(registry, image)
	{one.id | some one in examined} == {"w"}
}

test_an_image_of_another_private_registry_is_a_violation if {
	_violated("registry.example.com/shop", "registry.example.net/shop/web:1")
	_violated("registry.example.com/shop", "localhost:5000/web:1")
	_violated("registry.example.com/shop", "registry.example.com/other/web:1")
}

test_an_image_of_the_planned_registry_is_right if {
	every image in ["registry.example.com/shop/web:1", "registry.example.com/shop:1", "registry.example.com/shop@sha256:0"] {
		not _violated("registry.example.com/shop/", image)
		_examined("registry.example.com/shop/", image)
	}
}

test_a_name_that_begins_with_the_planned_one_is_another if {
	_violated("registry.example.com/shop", "registry.example.com/shopping/web:1")
	_violated("registry.example.com", "registry.example.com:5000/web:1")
}

test_an_owner_of_a_public_registry_is_held_to_the_owner if {
	_violated("ghcr.io/example/shop", "ghcr.io/example/other/web:1")
	not _violated("ghcr.io/example/shop", "ghcr.io/somebody/web:1")
	not _examined("ghcr.io/example/shop", "ghcr.io/somebody/web:1")
	not _examined("ghcr.io/example/shop", "quay.io/example/web:1")
}

test_images_of_others_are_not_examined if {
	every image in ["nginx", "nginx:1", "library/nginx:1", "quay.io/prometheus/prometheus:v3"] {
		not _violated("registry.example.com", image)
		not _examined("registry.example.com", image)
	}
}

test_a_plan_without_a_registry_asks_for_none if {
	not _violated(null, "registry.example.net/web:1")
	not _examined(null, "registry.example.net/web:1")
}

test_an_unknown_image_is_undecided_where_the_plan_names_a_registry if {
	undecided := rule.undecided with input.subjects as _subjects("registry.example.com", {"unknown": "x"})
	{[one.path, one.reason] | some one in undecided} == {[["containers", 0, "image"], "x"]}
	none := rule.undecided with input.subjects as _subjects(null, {"unknown": "x"})
	none == set()
}
