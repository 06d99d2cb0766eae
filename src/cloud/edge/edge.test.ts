import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../test/support/cloudformation.ts';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('a listener serves plain HTTP unless it redirects, answers by itself, or is inside', async () => {
  const text = `
variable "internal" {}
resource "aws_lb" "outer" {}
resource "aws_lb" "inner" { internal = true }
resource "aws_lb" "either" { internal = var.internal }
resource "aws_lb_listener" "plain" {
  load_balancer_arn = aws_lb.outer.arn
  protocol          = "HTTP"
  default_action { type = "forward" }
}
resource "aws_lb_listener" "same" {
  load_balancer_arn = aws_lb.outer.arn
  protocol          = "HTTP"
  default_action {
    type = "redirect"
    redirect { port = "8080" }
  }
}
resource "aws_lb_listener" "fixed" {
  load_balancer_arn = aws_lb.outer.arn
  protocol          = "HTTP"
  default_action { type = "fixed-response" }
}
resource "aws_lb_listener" "inside" {
  load_balancer_arn = aws_lb.inner.arn
  protocol          = "HTTP"
  default_action { type = "forward" }
}
resource "aws_lb_listener" "open" {
  load_balancer_arn = aws_lb.either.arn
  protocol          = "HTTP"
  default_action { type = "forward" }
}
resource "aws_lb_listener" "tls" {
  protocol   = "TLS"
  ssl_policy = "mine"
}
`;
  expect(await terraformSubjects(text, 'endpoint')).toMatchInlineSnapshot(`
    "endpoint :aws_lb_listener.plain "aws_lb_listener.plain" @6:1
      provider: "aws"
      plain: true @8:23
      oldestTls: null @8:23
      weakCiphers: false @6:1

    endpoint :aws_lb_listener.same "aws_lb_listener.same" @11:1
      provider: "aws"
      plain: true @13:23
      oldestTls: null @13:23
      weakCiphers: false @11:1

    endpoint :aws_lb_listener.fixed "aws_lb_listener.fixed" @19:1
      provider: "aws"
      plain: false @19:1
      oldestTls: null @21:23
      weakCiphers: false @19:1

    endpoint :aws_lb_listener.inside "aws_lb_listener.inside" @24:1
      provider: "aws"
      plain: false @4:40
      oldestTls: null @26:23
      weakCiphers: false @24:1

    endpoint :aws_lb_listener.open "aws_lb_listener.open" @29:1
      provider: "aws"
      plain: unknown because var.internal has no value @2:1 (var.internal is used here @5:41)
      oldestTls: null @31:23
      weakCiphers: false @29:1

    endpoint :aws_lb_listener.tls "aws_lb_listener.tls" @34:1
      provider: "aws"
      plain: false @35:16
      oldestTls: unknown because "mine" is not a known name @36:16
      weakCiphers: false @34:1"
  `);
});

test('listeners and distributions of a template are read with the names of CloudFormation', async () => {
  const text = `
Parameters:
  Secure: { Type: String }
Conditions:
  IsSecure: !Equals [!Ref Secure, 'true']
Resources:
  Either:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      Protocol: HTTP
      DefaultActions: !If
        - IsSecure
        - - { Type: redirect, RedirectConfig: { Protocol: HTTPS } }
        - - { Type: forward }
  Old:
    Type: AWS::ElasticLoadBalancing::LoadBalancer
    Properties:
      Listeners: [{ Protocol: HTTP }, { Protocol: TCP }]
  Cdn:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        DefaultCacheBehavior: { ViewerProtocolPolicy: https-only }
        ViewerCertificate: { AcmCertificateArn: mine }
`;
  expect(await cloudFormationSubjects(text, 'endpoint')).toMatchInlineSnapshot(`
    "endpoint template.yaml:Either "Either" @7:3
      provider: "aws"
      plain: unknown because the condition IsSecure is not known, since the parameter Secure has no default @11:23
      oldestTls: null @10:17
      weakCiphers: false @7:3

    endpoint template.yaml:Old.Listeners[0] "Old.Listeners[0]" @18:31
      provider: "aws"
      plain: true @18:31
      oldestTls: null @18:31
      weakCiphers: false @18:31

    endpoint template.yaml:Old.Listeners[1] "Old.Listeners[1]" @18:51
      provider: "aws"
      plain: false @18:51
      oldestTls: null @18:51
      weakCiphers: false @18:51

    endpoint template.yaml:Cdn "Cdn" @19:3
      provider: "aws"
      plain: false @23:55
      oldestTls: 1 @24:9
      weakCiphers: false @22:7"
  `);
});

test('proxies of Google follow their map of URLs, and their policy of TLS is judged by itself', async () => {
  const text = `
resource "google_compute_url_map" "redirect" {
  default_url_redirect { https_redirect = true }
}
resource "google_compute_url_map" "serve" {}
resource "google_compute_target_http_proxy" "a" { url_map = google_compute_url_map.redirect.id }
resource "google_compute_target_http_proxy" "b" { url_map = google_compute_url_map.serve.id }
resource "google_compute_target_http_proxy" "c" { url_map = "elsewhere" }
resource "google_compute_target_http_proxy" "d" { url_map = google_compute_url_map.serve.id }
resource "google_compute_global_forwarding_rule" "d" {
  target                = google_compute_target_http_proxy.d.id
  load_balancing_scheme = "INTERNAL_SELF_MANAGED"
}
resource "google_compute_target_https_proxy" "e" {}
resource "google_compute_target_https_proxy" "f" { ssl_policy = "mine" }
`;
  expect(await terraformSubjects(text, 'endpoint')).toMatchInlineSnapshot(`
    "endpoint :google_compute_target_https_proxy.e "google_compute_target_https_proxy.e" @14:1
      provider: "gcp"
      plain: false @14:1
      oldestTls: 1 @14:1 (ssl_policy is not set here @14:1)
      weakCiphers: false @14:1

    endpoint :google_compute_target_https_proxy.f "google_compute_target_https_proxy.f" @15:1
      provider: "gcp"
      plain: false @15:1
      oldestTls: null @15:1
      weakCiphers: false @15:1

    endpoint :google_compute_target_http_proxy.a "google_compute_target_http_proxy.a" @6:1
      provider: "gcp"
      plain: false @6:1
      oldestTls: null @6:1
      weakCiphers: false @6:1

    endpoint :google_compute_target_http_proxy.b "google_compute_target_http_proxy.b" @7:1
      provider: "gcp"
      plain: true @7:1 (default_url_redirect.https_redirect is not set here @5:1)
      oldestTls: null @7:1
      weakCiphers: false @7:1

    endpoint :google_compute_target_http_proxy.c "google_compute_target_http_proxy.c" @8:1
      provider: "gcp"
      plain: unknown because its map of URLs is not in the files @8:1
      oldestTls: null @8:1
      weakCiphers: false @8:1

    endpoint :google_compute_target_http_proxy.d "google_compute_target_http_proxy.d" @9:1
      provider: "gcp"
      plain: false @10:1
      oldestTls: null @9:1
      weakCiphers: false @9:1"
  `);
});

test('a network load balancer reads no headers, and logs some connections only', async () => {
  const text = `
resource "aws_lb" "a" { load_balancer_type = "network" }
resource "aws_lb" "b" {
  access_logs {
    bucket  = "logs"
    enabled = true
  }
}
resource "aws_elb" "c" {
  access_logs { bucket = "logs" }
}
`;
  expect(await terraformSubjects(text, 'gateway')).toMatchInlineSnapshot(`
    "gateway :aws_lb.a "aws_lb.a" @2:1
      provider: "aws"
      logged: null @2:46
      dropsInvalidHeaders: null @2:46
      firewalled: null @2:46
      originEncrypted: null @2:1

    gateway :aws_lb.b "aws_lb.b" @3:1
      provider: "aws"
      logged: true @6:15
      dropsInvalidHeaders: false @3:1 (drop_invalid_header_fields is not set here @3:1)
      firewalled: false @3:1
      originEncrypted: null @3:1

    gateway :aws_elb.c "aws_elb.c" @9:1
      provider: "aws"
      logged: true @10:3
      dropsInvalidHeaders: null @9:1
      firewalled: null @9:1
      originEncrypted: null @9:1"
  `);
});

test('a distribution is logged by itself, or by a delivery that has it for its source', async () => {
  const text = `
Resources:
  Own:
    Type: AWS::CloudFront::Distribution
    Properties: { DistributionConfig: { Logging: { Bucket: logs } } }
  Delivered:
    Type: AWS::CloudFront::Distribution
    Properties: { DistributionConfig: { WebACLId: mine } }
  Source:
    Type: AWS::Logs::DeliverySource
    Properties: { ResourceArn: !GetAtt Delivered.Arn }
  Delivery:
    Type: AWS::Logs::Delivery
    Properties: { DeliverySourceName: !Ref Source }
  Silent:
    Type: AWS::CloudFront::Distribution
    Properties: { DistributionConfig: { Enabled: true } }
`;
  expect(await cloudFormationSubjects(text, 'gateway')).toMatchInlineSnapshot(`
    "gateway template.yaml:Own "Own" @3:3
      provider: "aws"
      logged: true @5:41
      dropsInvalidHeaders: null @3:3
      firewalled: false @5:19 (WebACLId is not set here @5:19)
      originEncrypted: true @5:19

    gateway template.yaml:Delivered "Delivered" @6:3
      provider: "aws"
      logged: true @12:3
      dropsInvalidHeaders: null @6:3
      firewalled: true @8:51
      originEncrypted: true @8:19

    gateway template.yaml:Silent "Silent" @15:3
      provider: "aws"
      logged: false @17:19 (Logging is not set here @17:19)
      dropsInvalidHeaders: null @15:3
      firewalled: false @17:19 (WebACLId is not set here @17:19)
      originEncrypted: true @17:19"
  `);
});
