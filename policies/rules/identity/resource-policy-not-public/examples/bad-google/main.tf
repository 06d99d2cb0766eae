resource "google_pubsub_topic_iam_member" "orders" {
  topic  = "orders"
  role   = "roles/pubsub.publisher"
  member = "allUsers"
}

resource "google_kms_crypto_key_iam_binding" "backup" {
  crypto_key_id = "projects/shop/locations/europe-west3/keyRings/shop/cryptoKeys/backup"
  role          = "roles/cloudkms.cryptoKeyDecrypter"
  members       = ["user:ops@shop.example", "allAuthenticatedUsers"]
}
