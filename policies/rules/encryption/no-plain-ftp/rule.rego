# METADATA
# title: Code is not sent over plain FTP
# description: >-
#   FTP without TLS sends the user, the password and the code in the clear, for who listens to use and to
#   change.
# custom:
#   severity: warning
#   applies_to: [web-app]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-8(1), CM-7]
#     cis-controls: ["3.10"]
#     soc2: [CC6.7]
#     iso-27001: [A.8.24]
#   statements:
#     - security.encryption.inTransit
#   remediation: Set ftps_state to Disabled, or to FtpsOnly.
package planproof.rules.encryption["no-plain-ftp"]

import data.planproof.lib.finding

violation contains finding.at(app, ["plainFtp"], message) if {
	some app in input.subjects["web-app"]
	app.facts.plainFtp == true
	message := sprintf("%s takes code over FTP without TLS.", [app.name])
}

undecided contains finding.undecided(app, ["plainFtp"]) if {
	some app in input.subjects["web-app"]
}
