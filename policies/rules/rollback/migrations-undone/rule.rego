# METADATA
# title: The newest migration can be taken back
# description: >-
#   The tool keeps what takes a migration back beside it. Where that is missing or empty, a failed release leaves
#   the schema half way, and whoever is on call writes SQL at night.
# custom:
#   severity: warning
#   applies_to: [migration]
#   criteria: [rollback]
#   controls:
#     nist-800-53: [CM-2(3), CP-10]
#     iso-27001: [A.8.32]
#     pci-dss: ["6.5.1"]
#   remediation: >-
#     Write what takes the migration back, and try it where nobody is hurt.
package planproof.rules.rollback["migrations-undone"]

import data.planproof.lib.finding

violation contains finding.at(migration, ["undo"], message) if {
	some migration in input.subjects.migration
	migration.facts.undo == false
	message := sprintf("Nothing is written that takes migration %s back.", [migration.name])
}

undecided contains finding.undecided(migration, ["undo"]) if {
	some migration in input.subjects.migration
}

examined contains finding.examined(migration) if {
	some migration in input.subjects.migration
	not migration.facts.undo == null
}
