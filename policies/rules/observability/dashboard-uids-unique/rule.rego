# METADATA
# title: Dashboards have names of their own
# description: >-
#   Of two dashboards with one uid, the one that is loaded last replaces the other, and links lead to whichever
#   won.
# custom:
#   severity: warning
#   applies_to: [dashboard]
#   uses: [dashboard]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Give each dashboard a uid of its own.
package planproof.rules.observability["dashboard-uids-unique"]

import data.planproof.lib.finding

violation contains finding.about(dashboard, ["uid"], message, [finding.place(first, ["uid"], "the other one")]) if {
	some uid, named in _by_uid
	ids := sort([dashboard.id | some dashboard in named])
	some first in named
	first.id == ids[0]
	some dashboard in named
	dashboard.id != ids[0]
	message := sprintf("Dashboard %s has the uid %s, as another dashboard has.", [dashboard.name, uid])
}

examined contains finding.examined(dashboard) if some dashboard in _grafana

_by_uid[uid] contains dashboard if {
	some dashboard in _grafana
	uid := dashboard.facts.uid
	is_string(uid)
	uid != ""
}

# Those of clouds have no such thing.
_grafana := [dashboard | some dashboard in input.subjects.dashboard; dashboard.facts.system == "grafana"]
