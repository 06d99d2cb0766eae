# METADATA
# title: Services select pods that there are
# description: >-
#   A Service whose labels are those of no pod answers nobody, and nothing says so: the object is accepted, its name
#   resolves, and every call of it waits.
# custom:
#   severity: warning
#   applies_to: [cluster-service]
#   criteria: [devops-practices]
#   controls:
#     nist-800-53: [CM-6, SC-5]
#     soc2: [A1.1]
#     iso-27001: [A.8.9]
#   remediation: Give the selector of the Service the labels of the pod template.
package planproof.rules.network["services-lead-to-pods"]

import data.planproof.lib.finding

violation contains finding.at(service, ["answered"], message) if {
	some service in input.subjects["cluster-service"]
	service.facts.answered == false
	labels := sort([sprintf("%s=%s", [name, value]) | some name, value in service.facts.selector])
	message := sprintf("%s selects pods with %s, and none beside it has that.", [service.name, concat(", ", labels)])
}

undecided contains finding.undecided(service, ["answered"]) if {
	some service in input.subjects["cluster-service"]
}
