# METADATA
# title: Changes of an account that matter are told
# description: >-
#   Whoever takes over an account signs in as root, gives themselves permissions, opens networks and turns off the record.
#   A trail keeps all that, and people learn of it when a filter of the trail's log makes a metric of it whose alarm
#   tells them. Filters are compared by the events that they take, not as texts.
# related_resources:
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
#     description: Security Hub controls for CloudWatch
# custom:
#   severity: note
#   applies_to: [audit-trail]
#   criteria: [security-compliance, monitoring-alerting]
#   controls:
#     nist-800-53: [AU-6, SI-4]
#     cis-controls: ["8.11"]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#     pci-dss: ["10.4.1"]
#   remediation: Make a metric of these events with a filter of the trail's log, and an alarm on it that tells someone.
package planproof.rules.observability["account-changes-alerted"]

import data.planproof.lib.finding

violation contains finding.at(trail, ["unwatched"], message) if {
	some trail in input.subjects["audit-trail"]
	is_array(trail.facts.unwatched)
	count(trail.facts.unwatched) > 0
	message := sprintf("Of what audit trail %s records, no alarm tells of %s.", [trail.name, _shown(trail.facts.unwatched)])
}

undecided contains finding.undecided(trail, ["unwatched"]) if some trail in input.subjects["audit-trail"]

examined contains finding.examined(trail) if {
	some trail in input.subjects["audit-trail"]
	trail.facts.unwatched != null
}

_shown(changes) := concat(", ", changes) if count(changes) < 4

_shown(changes) := sprintf("%s and %d others", [concat(", ", array.slice(changes, 0, 3)), count(changes) - 3]) if {
	count(changes) >= 4
}
