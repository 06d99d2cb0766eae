import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('what takes its data with it says so, and what is silent gives nothing', async () => {
  const text = `
variable "clean" {
  type = bool
}
resource "aws_s3_bucket" "orders" {
  bucket        = "orders-production"
  force_destroy = true
}
resource "aws_s3_bucket" "silent" {
  bucket = "silent"
}
resource "google_bigquery_dataset" "test" {
  dataset_id                 = "events"
  delete_contents_on_destroy = var.clean
}
resource "aws_backup_vault" "main" {
  name          = "main"
  force_destroy = false
}
`;
  expect(await terraformSubjects(text, 'data-removal')).toMatchInlineSnapshot(`
    "data-removal :aws_s3_bucket.orders "aws_s3_bucket.orders" @5:1
      production: true @5:1
      withContents: true @7:19

    data-removal :aws_backup_vault.main "aws_backup_vault.main" @16:1
      production: unknown because neither its stack nor its name tells the environment @16:1
      withContents: false @18:19

    data-removal :google_bigquery_dataset.test "google_bigquery_dataset.test" @12:1
      production: false @12:1
      withContents: unknown because var.clean has no value @2:1 (var.clean is used here @14:32)"
  `);
});

test('what shows a website, and what Terraform refuses to delete, is left out', async () => {
  const text = `
resource "aws_s3_bucket" "site" {
  bucket        = "site"
  force_destroy = true
}
resource "aws_s3_bucket_website_configuration" "site" {
  bucket = aws_s3_bucket.site.id
}
resource "google_storage_bucket" "pages" {
  name          = "pages"
  force_destroy = true
  website {
    main_page_suffix = "index.html"
  }
}
resource "aws_s3_bucket" "state" {
  bucket        = "state"
  force_destroy = true
  lifecycle {
    prevent_destroy = true
  }
}
`;
  expect(await terraformSubjects(text, 'data-removal')).toBe('');
});
