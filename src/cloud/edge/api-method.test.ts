import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('preflights, private APIs and what comes over an open socket are no methods that callers use', async () => {
  const text = `
resource "aws_api_gateway_rest_api" "inner" {
  endpoint_configuration { types = ["PRIVATE"] }
}
resource "aws_api_gateway_method" "inner" {
  rest_api_id   = aws_api_gateway_rest_api.inner.id
  http_method   = "GET"
  authorization = "NONE"
}
resource "aws_api_gateway_method" "preflight" {
  http_method   = "OPTIONS"
  authorization = "NONE"
}
resource "aws_apigatewayv2_route" "message" { route_key = "order" }
resource "aws_apigatewayv2_route" "connect" { route_key = "$connect" }
resource "aws_apigatewayv2_route" "orders" {
  route_key          = "GET /orders"
  authorization_type = "JWT"
}
`;
  expect(await terraformSubjects(text, 'api-method')).toMatchInlineSnapshot(`
    "api-method :aws_apigatewayv2_route.connect "aws_apigatewayv2_route.connect" @15:1
      provider: "aws"
      authenticated: false @15:1

    api-method :aws_apigatewayv2_route.orders "aws_apigatewayv2_route.orders" @16:1
      provider: "aws"
      authenticated: true @18:24"
  `);
});
