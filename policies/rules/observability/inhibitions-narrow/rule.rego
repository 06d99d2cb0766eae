# METADATA
# title: Alerts are silenced by graver ones about the same thing only
# description: >-
#   An inhibition that lets a warning silence a critical alert, or one thing silence all others for want of
#   labels that must agree, hides an outage while something small goes on.
# custom:
#   severity: error
#   applies_to: [alert-router]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4(12), IR-6]
#     soc2: [CC7.3]
#     iso-27001: [A.8.16]
#   remediation: Let graver alerts silence lesser ones, and say in equal which labels must agree.
package planproof.rules.observability["inhibitions-narrow"]

import data.planproof.lib.finding

violation contains finding.at(router, ["inhibitions", i, "targets"], message) if {
	some router in input.subjects["alert-router"]
	some i, inhibition in router.facts.inhibitions
	_asks(inhibition.targets, "critical")
	some lesser in ["warning", "info", "none"]
	_asks(inhibition.sources, lesser)
	message := sprintf("Alerts of severity %s silence critical ones.", [lesser])
}

violation contains finding.at(router, ["inhibitions", i, "equal"], message) if {
	some router in input.subjects["alert-router"]
	some i, inhibition in router.facts.inhibitions
	inhibition.equal == []
	every matchers in [inhibition.sources, inhibition.targets] {
		is_array(matchers)
		every matcher in matchers {
			matcher.label == "severity"
		}
	}
	message := "One alert silences all lesser ones, whatever they are about: no labels must agree."
}

undecided contains finding.undecided(router, ["inhibitions", i, part]) if {
	some router in input.subjects["alert-router"]
	some i, _ in router.facts.inhibitions
	some part in ["sources", "targets"]
}

examined contains finding.examined(router) if {
	some router in input.subjects["alert-router"]
	count(router.facts.inhibitions) > 0
}

_asks(matchers, severity) if {
	is_array(matchers)
	some matcher in matchers
	matcher.label == "severity"
	matcher.operator == "="
	matcher.value == severity
}
