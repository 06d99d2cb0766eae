package planproof.rules.identity["service-accounts-not-administrators_test"]

import data.planproof.rules.identity["service-accounts-not-administrators"] as rule

_binding(statement) := {
	"kind": "access-policy",
	"id": "infra:a",
	"name": "a",
	"facts": {"system": "gcp-iam", "statements": [object.union(
		{
			"actions": ["roles/storage.admin"],
			"principals": ["serviceAccount:web@shop.iam.gserviceaccount.com"],
			"resources": ["*"],
			"conditional": false,
		},
		statement,
	)]},
}

test_a_service_account_that_administers_a_project_is_a_violation if {
	every who in [
		"serviceAccount:web@shop.iam.gserviceaccount.com",
		"serviceAccount:${google_service_account.web.email}",
	] {
		violation := rule.violation with input.subjects["access-policy"] as [_binding({"principals": [who]})]
		violation == {{
			"kind": "access-policy",
			"id": "infra:a",
			"path": ["statements", 0, "actions"],
			"message": "a gives a service account roles/storage.admin.",
		}}
	}
}

test_people_smaller_roles_and_single_things_are_none if {
	violation := rule.violation with input.subjects["access-policy"] as [
		_binding({"principals": ["group:ops@example.com"]}),
		_binding({"principals": ["serviceAccount:service-1@gcp-sa-pubsub.iam.gserviceaccount.com"]}),
		_binding({"actions": ["roles/storage.objectViewer"]}),
		_binding({"resources": ["orders"]}),
		_binding({"conditional": true}),
	]
	violation == set()
}

test_an_unknown_is_undecided_with_its_reason if {
	undecided := rule.undecided with input.subjects["access-policy"] as [_binding({"actions": {"unknown": "var.x has no value"}})]
	undecided == {{
		"kind": "access-policy",
		"id": "infra:a",
		"path": ["statements", 0, "actions"],
		"reason": "var.x has no value",
	}}
}
