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

# What an agent of a kind is given, and what is said of it: 1 for a finding, 0 for none, the paths of what is unknown.
_agent(type, host_pid, user, mount) := [{
	"kind": "workload", "id": "w", "name": "w",
	"facts": {
		"type": type, "hostPid": host_pid,
		"containers": [{"name": "a", "runAsNonRoot": user, "hostPaths": [mount]}],
	},
}]

_said(workloads) := {"violated": count(violated), "undecided": {one.path[4] | some one in open}} if {
	violated := rule.violation with input.subjects.workload as workloads
	open := rule.undecided with input.subjects.workload as workloads
}

_mount(path, read_only, watched) := {"path": path, "readOnly": read_only, "watched": watched}

_quiet := {"violated": 0, "undecided": set()}

_loud := {"violated": 1, "undecided": set()}

test_agents_may_read_what_tells_how_the_machine_is if {
	every path in {"/proc", "/sys/", "/var/lib/docker/containers"} {
		_said(_agent("DaemonSet", false, false, _mount(path, true, false))) == _quiet
		_said(_agent("Deployment", true, false, _mount(path, true, false))) == _quiet
		_said(_agent("Compose service", false, {"unknown": "x"}, _mount(path, true, true))) == _quiet
	}
}

test_shippers_of_compose_may_read_what_containers_print if {
	_said(_agent("Compose service", false, false, _mount("/var/lib/docker/containers", true, false))) == _quiet
	_said(_agent("Compose service", false, false, _mount("/proc", true, false))) == _loud
	_said(_agent("Deployment", false, false, _mount("/var/lib/docker/containers", true, false))) == _loud
}

test_the_whole_disk_is_for_agents_that_are_not_root if {
	every path in {"/", "/var/lib/docker"} {
		_said(_agent("DaemonSet", false, true, _mount(path, true, false))) == _quiet
		_said(_agent("DaemonSet", false, false, _mount(path, true, false))) == {"violated": 0, "undecided": {"path"}}
		_said(_agent("DaemonSet", false, {"unknown": "x"}, _mount(path, true, false))) == {"violated": 0, "undecided": {"path"}}
		_said(_agent("Deployment", false, true, _mount(path, true, false))) == _loud
	}
}

test_agents_do_not_write_nor_read_what_opens_the_machine if {
	_said(_agent("DaemonSet", true, true, _mount("/proc", false, true))) == _loud
	every path in {"/etc", "/root", "/var/run", "/var/lib/kubelet", "/etc/kubernetes/pki", "/dev"} {
		_said(_agent("DaemonSet", true, true, _mount(path, true, true))) == _loud
	}
}

test_whether_it_may_write_can_be_open if {
	_said(_agent("DaemonSet", true, true, _mount("/proc", {"unknown": "x"}, true))) == {"violated": 0, "undecided": {"readOnly"}}
	_said(_agent("DaemonSet", true, true, _mount("/etc", {"unknown": "x"}, true))) == _loud
}
