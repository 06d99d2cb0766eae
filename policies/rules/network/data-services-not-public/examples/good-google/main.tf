resource "google_dataproc_cluster" "jobs" {
  name = "jobs"

  cluster_config {
    gce_cluster_config {
      internal_ip_only = true
    }
  }
}
