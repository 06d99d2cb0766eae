# METADATA
# title: The plan lists the services that an environment has
# description: >-
#   A service that the code makes and the plan does not list is in no estimate of costs, no review of security and no
#   recovery procedure. Judged only for environments whose services the plan lists; one finding for each service.
# custom:
#   severity: note
#   applies_to: [plan-environment]
#   uses: [cloud-service]
#   criteria: [devops-practices, timeline-resources]
#   controls:
#     nist-800-53: [CM-8]
#     cis-controls: ["1.1"]
#     soc2: [CC6.1]
#     iso-27001: [A.5.9]
#   statements:
#     - environments[].services[]
#   remediation: List the service in the plan under the environment's services, or remove it from the code.
package planproof.rules.delivery["services-planned"]

import data.planproof.lib.finding

violation contains finding.about(found[0], ["services"], message, [place]) if {
	some environment in _listing
	some name in {one.facts.services[0] | some one in _unplanned(environment)}
	found := [one | some one in _unplanned(environment); one.facts.services[0] == name]
	message := sprintf("Environment %s has %s (%s), which the plan does not list.", [environment.name, name, found[0].name])
	place := finding.place(environment, ["services"], "The planned services.")
}

undecided contains finding.undecided(one, ["services"]) if {
	some environment in _listing
	some one in input.subjects["cloud-service"]
	one.environment == environment.name
}

examined contains finding.examined(environment) if {
	some environment in _listing
	some one in input.subjects["cloud-service"]
	one.environment == environment.name
}

_listing := [environment |
	some environment in input.subjects["plan-environment"]
	count(environment.facts.services) > 0
]

_unplanned(environment) := [one |
	some one in input.subjects["cloud-service"]
	one.environment == environment.name
	is_array(one.facts.services)
	every service in environment.facts.services { not _may_be(service, one) }
]

_may_be(service, one) if _plain(service.service) in one.facts.services

# The plan calls it by a name of its own.
_may_be(service, one) if {
	service.type == one.facts.type
	every other in input.subjects["cloud-service"] { not _is(service, other) }
}

_is(service, one) if {
	is_array(one.facts.services)
	_plain(service.service) in one.facts.services
}

_plain(name) := regex.replace(lower(name), "[^a-z0-9]", "")
