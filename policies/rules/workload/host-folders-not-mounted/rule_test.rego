package planproof.rules.workload["host-folders-not-mounted_test"]

import data.planproof.rules.workload["host-folders-not-mounted"] as rule

_workloads(path) := [{
	"kind": "workload", "id": "w", "name": "w",
	"facts": {"containers": [{"name": "a", "hostPaths": [{"path": "/data"}, {"path": path}]}]},
}]

_violated(path) := {one.path | some one in rule.violation with input.subjects.workload as _workloads(path)}

test_folders_of_the_system_count if {
	every path in {"/", "/etc", "/etc/", "/proc", "/sys", "/root/.ssh", "/var/run", "/var/lib/docker/containers", "/etc/kubernetes/pki"} {
		_violated(path) == {["containers", 0, "hostPaths", 1, "path"]}
	}
}

test_single_files_and_folders_of_ones_own_do_not if {
	every path in {"/etc/localtime", "/etc/ssl/certs", "/srv/data", "/var/log/app", "/home/app/data", "/dev/net/tun", "/lib/modules", "/mnt", "~/data"} {
		_violated(path) == set()
	}
}

test_an_unknown_is_undecided if {
	undecided := rule.undecided with input.subjects.workload as _workloads({"unknown": "x"})
	{one.path | some one in undecided} == {["containers", 0, "hostPaths", 1, "path"]}
}
