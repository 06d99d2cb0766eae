# METADATA
# title: What runs the code still gets security fixes
# description: >-
#   A language's version that has reached its end gets no more fixes: its holes are published, and stay. The
#   clouds stop patching its runtime soon after, and later let nobody deploy to it, not even a fix.
# related_resources:
#   - ref: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
#     description: Lambda runtimes
# custom:
#   severity: warning
#   applies_to: [runtime]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SI-2, SA-22]
#     cis-controls: ["2.2", "7.3"]
#     soc2: [CC7.1]
#     iso-27001: [A.8.8]
#     pci-dss: ["6.3.3"]
#   remediation: Move the code to a version that is still maintained.
package planproof.rules["supply-chain"]["runtimes-supported"]

import data.planproof.lib.finding

violation contains finding.at(runtime, ["version"], message) if {
	some runtime in input.subjects.runtime
	ended := _ends[runtime.facts.version]
	ended < input.today
	message := sprintf("%s runs on %s, which has had no fixes since %s.", [runtime.name, runtime.facts.version, ended])
}

undecided contains finding.undecided(runtime, ["version"]) if some runtime in input.subjects.runtime

examined contains finding.examined(runtime) if {
	some runtime in input.subjects.runtime
	runtime.facts.version != null
}

# When the makers of each language ended, or will end, its version: https://endoflife.date
_ends := {
	"nodejs 4": "2018-04-30", "nodejs 6": "2019-04-30", "nodejs 8": "2019-12-31", "nodejs 10": "2021-04-30",
	"nodejs 12": "2022-04-30", "nodejs 14": "2023-04-30", "nodejs 16": "2023-09-11", "nodejs 18": "2025-04-30",
	"nodejs 20": "2026-04-30", "nodejs 22": "2027-04-30", "nodejs 24": "2028-04-30", "python 2.7": "2020-01-01",
	"python 3.6": "2021-12-23", "python 3.7": "2023-06-27", "python 3.8": "2024-10-07", "python 3.9": "2025-10-31",
	"python 3.10": "2026-10-31", "python 3.11": "2027-10-31", "python 3.12": "2028-10-31", "python 3.13": "2029-10-31",
	"dotnet 1.0": "2019-06-27", "dotnet 2.0": "2018-10-01", "dotnet 2.1": "2021-08-21", "dotnet 3.1": "2022-12-13",
	"dotnet 5": "2022-05-10", "dotnet 6": "2024-11-12", "dotnet 7": "2024-05-14", "dotnet 8": "2026-11-10",
	"dotnet 9": "2026-11-10", "ruby 2.5": "2021-04-05", "ruby 2.6": "2022-04-12", "ruby 2.7": "2023-03-31",
	"ruby 3.0": "2024-04-23", "ruby 3.1": "2025-03-26", "ruby 3.2": "2026-03-31", "php 7.4": "2022-11-28",
	"php 8.0": "2023-11-26", "php 8.1": "2025-12-31", "php 8.2": "2026-12-31",
}
