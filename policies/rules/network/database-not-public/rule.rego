# METADATA
# title: Databases are not reachable from the internet
# description: >-
#   A database with a public address is one leaked password or one unpatched flaw away from a breach.
#   Applications reach it inside the network; people through a controlled way in.
# custom:
#   severity: error
#   applies_to: [database]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-7, AC-4]
#     cis-controls: ["12.2"]
#     soc2: [CC6.6]
#     iso-27001: [A.8.20, A.8.22]
#     pci-dss: ["1.4.4"]
#   remediation: Turn the public address off and place the database in private subnets.
package planproof.rules.network["database-not-public"]

import data.planproof.lib.finding

violation contains finding.at(database, ["public"], message) if {
	some database in input.subjects.database
	database.facts.public == true
	message := sprintf("Database %s has a public address.", [database.name])
}

undecided contains finding.undecided(database, ["public"]) if {
	some database in input.subjects.database
}
