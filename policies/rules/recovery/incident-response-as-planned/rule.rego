# METADATA
# title: Incidents reach people whom the plan knows, by a way that exists
# description: >-
#   In an incident there is no time to find out who may be called. The contacts and those to escalate to are
#   people of the plan with a way to reach them, and what is said to page them is set up in the files.
# custom:
#   severity: error
#   applies_to: [plan]
#   uses: [alert-router, notification-channel]
#   criteria: [rollback, monitoring-alerting]
#   controls:
#     nist-800-53: [IR-6, IR-8, CP-2]
#     cis-controls: ["17.1", "17.2"]
#     soc2: [CC7.4]
#     iso-27001: [A.5.24, A.5.26]
#   statements:
#     - recovery.incidentResponse.system
#     - recovery.incidentResponse.contacts[]
#     - recovery.incidentResponse.escalation[]
#     - recovery.incidentResponse.communication.owner
#     - resources.people[]
#   remediation: Name people of resources.people with a contact, state an escalation, and set up the system that pages.
package planproof.rules.recovery["incident-response-as-planned"]

import data.planproof.lib.finding

violation contains finding.at(plan, array.concat(called.path, [called.key]), message) if {
	some plan in _plans
	some called in _called(plan)
	called.contact == null
	_people(plan)[called.name] == null
	message := sprintf("%s is to be called in an incident, and the plan does not say how to reach them.", [called.name])
}

violation contains finding.at(plan, ["incident", "contacts", 0, "person"], message) if {
	some plan in _plans
	count(plan.facts.incident.contacts) > 0
	count(plan.facts.incident.escalation) == 0
	message := "The plan names whom to call in an incident, and nobody to call when they do not answer."
}

violation contains finding.at(plan, ["incident", "system"], message) if {
	some plan in _plans
	_paging[_system(plan)]
	_routed
	not _found[_system(plan)]
	not _opaque
	message := sprintf("Incidents are to be told by %s, to which no alert routing leads.", [plan.facts.incident.system])
}

undecided contains finding.undecided_because(plan, ["incident", "system"], "no alert routing is among the files") if {
	some plan in _plans
	is_string(plan.facts.incident.system)
	not _routed
}

undecided contains finding.undecided_because(plan, ["incident", "system"], "a webhook, a topic or mail may lead to it") if {
	some plan in _plans
	_paging[_system(plan)]
	not _found[_system(plan)]
	_opaque
}

undecided contains finding.undecided_because(plan, ["incident", "system"], "it is no system that alert routing names") if {
	some plan in _plans
	is_string(plan.facts.incident.system)
	_routed
	not _paging[_system(plan)]
	not _found[_system(plan)]
}

examined contains finding.examined(plan) if some plan in _plans

_plans := [plan |
	some plan in input.subjects.plan
	(count(plan.facts.incident.contacts) + count(plan.facts.incident.escalation)) + count([1 | is_string(plan.facts.incident.system)]) > 0
]

_called(plan) := array.concat(
	[{"name": contact.person, "contact": contact.contact, "path": ["incident", "contacts", i], "key": "person"} |
		some i, contact in plan.facts.incident.contacts
	],
	[{"name": step.to, "contact": null, "path": ["incident", "escalation", i], "key": "to"} |
		some i, step in plan.facts.incident.escalation
	],
)

_people(plan) := {person.name: person.contact | some person in plan.facts.people}

_system(plan) := replace(lower(plan.facts.incident.system), " ", "-") if is_string(plan.facts.incident.system)

# Systems that alert routing names.
_paging[system] := true if some system in ["pagerduty", "opsgenie", "victorops", "incident-manager", "grafana-oncall"]

_found[channel.facts.system] := true if some channel in input.subjects["notification-channel"]

_found[way] := true if some way in _ways

_ways contains way if {
	some router in input.subjects["alert-router"]
	some receiver in router.facts.receivers
	some way in receiver.ways
}

# What may lead to any system.
_opaque if {
	some way in ["webhook", "sns", "email", "kafka"]
	way in _ways
}

_opaque if {
	some channel in input.subjects["notification-channel"]
	channel.facts.system in {"sns", "azure-monitor", "google-monitoring"}
}

_routed if some _ in input.subjects["alert-router"]

_routed if some _ in input.subjects["notification-channel"]
