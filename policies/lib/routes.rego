# METADATA
# title: Routes of alerts
# description: What the routes of an alert router ask of alerts.
package planproof.lib.routes

# METADATA
# description: The route asks for critical alerts by name.
asks_critical(route) if {
	is_array(route.matchers)
	some matcher in route.matchers
	matcher.label in {"severity", "priority"}
	matcher.operator in {"=", "=~"}
	regex.match(`^(critical|page|p1|P1|sev1)$|(^|\|)critical(\||$)`, matcher.value)
}
