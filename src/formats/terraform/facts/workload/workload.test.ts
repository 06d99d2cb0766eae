import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../../../test/support/terraform.ts';

const workloads = (text: string): Promise<string> => terraformSubjects(text, 'workload');

test('a deployment has what is written, of its container before its pod, and else the defaults of Kubernetes', async () => {
  const text = `
variable "tag" {}
resource "kubernetes_deployment_v1" "shop" {
  metadata {
    name      = "shop"
    namespace = "web"
    labels    = { app = "shop" }
  }
  spec {
    replicas = 3
    template {
      metadata { labels = { tier = "front" } }
      spec {
        host_network = true
        security_context { run_as_user = 1000 }
        init_container {
          name  = "wait"
          image = "busybox"
          security_context { run_as_user = 0 }
        }
        container {
          name  = "shop"
          image = "registry.example/shop:\${var.tag}"
          port { container_port = 8080 }
          security_context {
            privileged = true
            capabilities { add = ["NET_ADMIN"] }
          }
          resources {
            limits = { cpu = "1", memory = "1Gi" }
          }
          readiness_probe {
            http_get { path = "/ready" }
          }
        }
      }
    }
  }
}
`;
  expect(await workloads(text)).toMatchInlineSnapshot(`
    "workload :kubernetes_deployment_v1.shop "kubernetes_deployment_v1.shop" @3:1
      type: "Deployment"
      namespace: "web" @6:17
      production: unknown because neither its stack nor its name tells the environment @3:1
      labels.tier: "front"
      labels.app: "shop"
      replicas: 3 @10:16
      mostReplicas: 3 @10:16
      podRequests.cpu: 1 @16:9
      podRequests.memory: 1073741824 @16:9
      hostNetwork: true @14:24
      hostPid: false @13:7
      hostIpc: false @13:7
      serviceAccount: "default" @13:7
      serves: true @24:11
      containers.0.name: "wait"
      containers.0.init: true
      containers.0.image: "busybox" @18:19
      containers.0.privileged: false @16:9
      containers.0.runAsNonRoot: false @19:44
      containers.0.allowPrivilegeEscalation: true @16:9
      containers.0.readOnlyRootFilesystem: false @16:9
      containers.0.capabilitiesAdded: [] @16:9
      containers.0.hostPaths: []
      containers.0.readinessProbe: false @16:9
      containers.0.livenessProbe: false @16:9
      containers.0.cpuRequest: false @16:9
      containers.0.memoryLimit: false @16:9
      containers.0.requests.cpu: null @16:9
      containers.0.requests.memory: null @16:9
      containers.1.name: "shop"
      containers.1.init: false
      containers.1.image: unknown because var.tag has no value @23:19 (var.tag is used here @23:44) (This decides it @2:1)
      containers.1.privileged: true @26:26
      containers.1.runAsNonRoot: true @15:42
      containers.1.allowPrivilegeEscalation: true @21:9
      containers.1.readOnlyRootFilesystem: false @21:9
      containers.1.capabilitiesAdded: ["NET_ADMIN"] @27:34
      containers.1.hostPaths: []
      containers.1.readinessProbe: true @32:11
      containers.1.livenessProbe: false @21:9
      containers.1.cpuRequest: true @30:30
      containers.1.memoryLimit: true @30:44
      containers.1.requests.cpu: 1 @30:30
      containers.1.requests.memory: 1073741824 @30:44
      strategy: "rolling" @9:3
      analysis: false @3:1
      revisionHistoryLimit: 10 @9:3
      tokenMounted: true @13:7"
  `);
});

test('a pod, a job and a recreated deployment are told apart', async () => {
  const pod = 'spec {\n    host_pid = true\n    container { image = "a" }\n  }';
  const text = `
resource "kubernetes_pod" "pod" {
  ${pod}
}
resource "kubernetes_cron_job_v1" "job" {
  spec {
    job_template {
      spec {
        template {
          ${pod}
        }
      }
    }
  }
}
resource "kubernetes_deployment" "once" {
  spec {
    strategy { type = "Recreate" }
    template {
      ${pod}
    }
  }
}
resource "kubernetes_daemonset" "empty" {}
`;
  const lines = (await workloads(text))
    .split('\n')
    .filter((line) => /^workload|type|hostPid|replicas|strategy|revision|image/.test(line.trim()));
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "workload :kubernetes_pod.pod "kubernetes_pod.pod" @2:1
      type: "Pod"
      replicas: 1 @3:3
      hostPid: true @4:16
      containers.0.image: "a" @5:25
      strategy: unknown because a Pod is not replaced by a rollout @2:1
      revisionHistoryLimit: unknown because a Pod keeps no old versions @2:1
    workload :kubernetes_deployment.once "kubernetes_deployment.once" @22:1
      type: "Deployment"
      replicas: 1 @23:3
      hostPid: true @27:16
      containers.0.image: "a" @28:25
      strategy: "recreate" @24:23
      revisionHistoryLimit: 10 @23:3
    workload :kubernetes_daemonset.empty "kubernetes_daemonset.empty" @33:1
      type: "DaemonSet"
      replicas: unknown because a DaemonSet runs one pod on each node @33:1
      hostPid: false @33:1
      strategy: "rolling" @33:1
      revisionHistoryLimit: 10 @33:1
    workload :kubernetes_cron_job_v1.job "kubernetes_cron_job_v1.job" @8:1
      type: "CronJob"
      replicas: 1 @9:3
      hostPid: true @14:16
      containers.0.image: "a" @15:25
      strategy: unknown because a CronJob is not replaced by a rollout @8:1
      revisionHistoryLimit: unknown because a CronJob keeps no old versions @8:1"
  `);
});
