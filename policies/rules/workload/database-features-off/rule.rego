# METADATA
# title: Databases do without features that open them
# description: >-
#   Some engines can read files of their clients, run programs, keep users that the server does not know, or let
#   one database reach into another. Each is a way around the server's permissions, and off where nobody asked
#   for it.
# custom:
#   severity: warning
#   applies_to: [database]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [CM-7, AC-6]
#     cis-controls: ["4.8"]
#     soc2: [CC6.1]
#     iso-27001: [A.8.9]
#   remediation: Turn the flag off, unless an application needs it and the reason is written down.
package planproof.rules.workload["database-features-off"]

import data.planproof.lib.finding

violation contains finding.at(database, ["riskySettings"], message) if {
	some database in input.subjects.database
	count(database.facts.riskySettings) > 0
	message := sprintf("%s has %s turned on.", [database.name, concat(" and ", database.facts.riskySettings)])
}

undecided contains finding.undecided(database, ["riskySettings"]) if some database in input.subjects.database
