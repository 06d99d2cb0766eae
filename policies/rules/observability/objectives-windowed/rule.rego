# METADATA
# title: Objectives say over which time
# description: >-
#   Good requests are counted over a time: 99.9 percent of a week allows ten minutes of outage, of a quarter more
#   than two hours. Without a window, nobody knows how much may still fail.
# custom:
#   severity: warning
#   applies_to: [objective]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [A1.1, CC7.2]
#     iso-27001: [A.8.16]
#   remediation: State the time over which the objective is measured, usually four weeks.
package planproof.rules.observability["objectives-windowed"]

import data.planproof.lib.finding

violation contains finding.at(objective, ["windowHours"], message) if {
	some objective in input.subjects.objective
	objective.facts.windowHours == null
	message := sprintf("Objective %s states no time over which it is measured.", [objective.name])
}

undecided contains finding.undecided(objective, ["windowHours"]) if some objective in input.subjects.objective
