# METADATA
# title: Monitors find what they are meant for
# description: >-
#   A monitor whose labels, namespaces or port miss their Service collects nothing, and says nothing: alerts on its
#   metrics can never fire.
# custom:
#   severity: error
#   applies_to: [scrape]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4, CA-7]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Make the selector, the namespaces and the port's name those of the Service itself.
package planproof.rules.observability["monitors-find-targets"]

import data.planproof.lib.finding

violation contains finding.at(scrape, ["mismatch"], message) if {
	some scrape in input.subjects.scrape
	is_string(scrape.facts.mismatch)
	message := sprintf("Monitor %s collects nothing: %s.", [scrape.name, scrape.facts.mismatch])
}

undecided contains finding.undecided(scrape, ["mismatch"]) if {
	some scrape in input.subjects.scrape
}

examined contains finding.examined(scrape) if {
	some scrape in input.subjects.scrape
	scrape.facts.selection != null
}
