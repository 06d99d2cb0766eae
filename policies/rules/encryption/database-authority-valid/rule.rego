# METADATA
# title: The authority that vouches for a database has not ended
# description: >-
#   A database shows clients a certificate, which the provider's authority has signed. When that authority ends,
#   clients that check refuse to connect, and those that go on do not check.
# custom:
#   severity: warning
#   applies_to: [database]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-17, SC-8]
#     cis-controls: ["3.10"]
#     soc2: [CC6.7]
#     iso-27001: [A.8.24]
#   remediation: Name a current authority, such as rds-ca-rsa2048-g1, after giving its certificate to the clients.
package planproof.rules.encryption["database-authority-valid"]

import data.planproof.lib.finding

violation contains finding.at(database, ["authority"], message) if {
	some database in input.subjects.database
	ended := _ends[database.facts.authority]
	ended < input.today
	message := sprintf("%s shows a certificate of %s, which ended on %s.", [database.name, database.facts.authority, ended])
}

undecided contains finding.undecided(database, ["authority"]) if some database in input.subjects.database

examined contains finding.examined(database) if {
	some database in input.subjects.database
	database.facts.authority != null
}

_ends := {"rds-ca-2010": "2015-04-07", "rds-ca-2015": "2020-03-05", "rds-ca-2019": "2024-08-22"}
