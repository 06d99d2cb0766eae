# METADATA
# title: Failures of the infrastructure are alerted on
# description: >-
#   Machines that fail, disks that fill, certificates that end, backups that stop and an alerting that is itself down
#   take every service with them, and no alert on a service says why, or comes in time to prevent it.
# custom:
#   severity: warning
#   applies_to: [plan]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4, CP-9, SC-17]
#     cis-controls: ["8.11"]
#     soc2: [CC7.2, A1.1]
#     iso-27001: [A.8.16, A.8.6]
#   statements:
#     - observability.metrics.covers
#   remediation: Write the alert and route it to someone, or say under observability.notMonitored why it is left out.
package planproof.rules.observability["infrastructure-alerted"]

import data.planproof.lib.finding

_missing := {
	"nodes": "No alert is on machines that fail.",
	"disks": "No alert is on disks that fill.",
	"certificates": "No alert is on certificates that are about to end.",
	"backups": "No alert is on backups that fail or are not made.",
	"heartbeat": "No alert fires all the time, so that its silence would tell that the alerting is down.",
}

_unheard := {
	"nodes": "The alert on machines that fail reaches nobody.",
	"disks": "The alert on disks that fill reaches nobody.",
	"certificates": "The alert on certificates that are about to end reaches nobody.",
	"backups": "The alert on backups that fail or are not made reaches nobody.",
	"heartbeat": "The alert that fires all the time reaches nobody, so that nothing notices its silence.",
}

violation contains finding.at(plan, array.concat(_path(i), [0, "by"]), message) if {
	some plan in input.subjects.plan
	some i, concern in plan.facts.monitoring.infrastructure
	concern.watch[0].exempt == null
	concern.watch[0].by == []
	message := _missing[concern.concern]
}

violation contains finding.at(plan, array.concat(_path(i), [1, "by"]), message) if {
	some plan in input.subjects.plan
	some i, concern in plan.facts.monitoring.infrastructure
	concern.watch[0].exempt == null
	concern.watch[0].by != []
	concern.watch[1].by == []
	message := _unheard[concern.concern]
}

undecided contains finding.undecided(plan, array.concat(_path(i), [part, "by"])) if {
	some plan in input.subjects.plan
	some i, concern in plan.facts.monitoring.infrastructure
	concern.watch[0].exempt == null
	some part in _parts(concern)
}

examined contains finding.examined(plan) if {
	some plan in input.subjects.plan
	some concern in plan.facts.monitoring.infrastructure
	concern.watch[0].exempt == null
}

_path(i) := ["monitoring", "infrastructure", i, "watch"]

# Whom an alert reaches is no question of its own where it is not known whether there is one.
_parts(concern) := [0, 1] if is_array(concern.watch[0].by)

_parts(concern) := [0] if not is_array(concern.watch[0].by)
