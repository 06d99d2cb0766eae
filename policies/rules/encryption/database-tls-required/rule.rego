# METADATA
# title: Databases take encrypted connections only
# description: >-
#   Where encryption is left to the client, one that is configured carelessly sends its password and all data in the
#   clear, and nobody notices. A server that refuses such connections makes that impossible.
# custom:
#   severity: warning
#   applies_to: [database]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-8, SC-8(1)]
#     cis-controls: ["3.10"]
#     soc2: [CC6.7]
#     iso-27001: [A.8.24]
#     pci-dss: ["4.2.1"]
#   statements:
#     - security.encryption.inTransit
#   remediation: Have the server require TLS, after making sure that its clients use it.
package planproof.rules.encryption["database-tls-required"]

import data.planproof.lib.finding

violation contains finding.at(database, ["tlsRequired"], message) if {
	some database in input.subjects.database
	database.facts.tlsRequired == false
	message := sprintf("Database %s takes unencrypted connections.", [database.name])
}

undecided contains finding.undecided(database, ["tlsRequired"]) if some database in input.subjects.database

examined contains finding.examined(database) if {
	some database in input.subjects.database
	database.facts.tlsRequired != null
}
