# METADATA
# title: Routes name receivers and time intervals that exist
# description: >-
#   Alertmanager refuses a configuration that names a receiver or time interval which nothing defines: it keeps
#   the old one, or does not start and tells nobody of anything.
# custom:
#   severity: error
#   applies_to: [alert-router]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4(12), IR-6]
#     soc2: [CC7.3]
#     iso-27001: [A.8.16]
#   remediation: Define the receiver or time interval, or name one that is defined.
package planproof.rules.observability["routes-defined"]

import data.planproof.lib.finding

violation contains finding.at(router, ["undefinedNames", i], message) if {
	some router in input.subjects["alert-router"]
	some i, name in router.facts.undefinedNames
	message := sprintf("%s uses the %s, which nothing defines.", [router.name, name])
}
