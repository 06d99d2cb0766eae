# METADATA
# title: Apps name the sites whose pages may call them
# description: >-
#   Where every origin is allowed, the page of any site can call the app from a visitor's browser, inside
#   networks that the site itself does not reach, and read what it answers.
# custom:
#   severity: warning
#   applies_to: [web-app]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-4, SC-7]
#     cis-controls: ["16.10"]
#     soc2: [CC6.6]
#     iso-27001: [A.8.26]
#   remediation: List the origins of the pages that call the app.
package planproof.rules.network["calling-sites-named"]

import data.planproof.lib.finding

violation contains finding.at(app, ["anyOrigin"], message) if {
	some app in input.subjects["web-app"]
	app.facts.anyOrigin == true
	message := sprintf("%s lets the pages of every site call it.", [app.name])
}

undecided contains finding.undecided(app, ["anyOrigin"]) if {
	some app in input.subjects["web-app"]
}
