package planproof.rules.delivery["cloud-as-planned_test"]

import data.planproof.rules.delivery["cloud-as-planned"] as rule

_subjects(planned, providers, environment) := {
	"plan-environment": [{"kind": "plan-environment", "id": "e", "name": "live", "facts": {"provider": planned}}],
	"stack": [{"kind": "stack", "id": "s", "name": "s", "environment": environment, "facts": {"providers": providers}}],
}

_messages(planned, providers, environment) := {one.message | some one in violation} if {
	violation := rule.violation with input.subjects as _subjects(planned, providers, environment)
}

_examined(planned, providers, environment) := {one.id | some one in examined} if {
	examined := rule.examined with input.subjects as _subjects(planned, providers, environment)
}

test_another_cloud_is_a_violation if {
	_messages("azure", ["google"], "live") == {"s provisions in gcp; environment live is planned in azure."}
	_messages("aws", ["azapi"], "live") == {"s provisions in azure; environment live is planned in aws."}
	_messages("gcp", ["awscc"], "live") == {"s provisions in aws; environment live is planned in gcp."}
}

test_one_cloud_more_is_a_violation if {
	_messages("aws", ["aws", "azurerm"], "live") == {"s provisions in azure; environment live is planned in aws."}
}

test_every_provider_of_the_planned_cloud_is_right if {
	_messages("aws", ["aws", "awscc"], "live") == set()
	_messages("azure", ["azurerm", "azapi"], "live") == set()
	_messages("gcp", ["google", "google-beta"], "live") == set()
	every provider, cloud in {"aws": "aws", "awscc": "aws", "azurerm": "azure", "google-beta": "gcp"} {
		_examined(cloud, [provider], "live") == {"e"}
	}
}

test_what_is_not_a_cloud_says_nothing if {
	_messages("aws", ["kubernetes", "random"], "live") == set()
	_examined("aws", ["kubernetes", "random"], "live") == set()
}

test_stacks_of_other_environments_are_not_held_against_it if {
	_messages("aws", ["google"], "test") == set()
	_examined("aws", ["google"], "test") == set()
}

test_an_environment_that_is_planned_elsewhere_is_not_judged if {
	every planned in [null, "on-premises"] {
		_messages(planned, ["google"], "live") == set()
		_examined(planned, ["google"], "live") == set()
	}
}
