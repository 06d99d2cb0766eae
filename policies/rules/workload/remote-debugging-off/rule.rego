# METADATA
# title: Nobody debugs apps from afar
# description: >-
#   Remote debugging opens ports to the inside of the app: who connects reads its memory and runs code as the
#   app.
# custom:
#   severity: warning
#   applies_to: [web-app]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [CM-7, AC-17]
#     cis-controls: ["4.8"]
#     soc2: [CC6.6]
#     iso-27001: [A.8.9]
#   remediation: Turn remote debugging off, and on only for as long as somebody uses it.
package planproof.rules.workload["remote-debugging-off"]

import data.planproof.lib.finding

violation contains finding.at(app, ["remoteDebugging"], message) if {
	some app in input.subjects["web-app"]
	app.facts.remoteDebugging == true
	message := sprintf("%s lets debuggers in from afar.", [app.name])
}

undecided contains finding.undecided(app, ["remoteDebugging"]) if {
	some app in input.subjects["web-app"]
}
