import { expect, it } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

const NETWORK = [
  'CreateVpc DeleteVpc ModifyVpcAttribute AcceptVpcPeeringConnection',
  'CreateVpcPeeringConnection DeleteVpcPeeringConnection RejectVpcPeeringConnection',
].join(' ');

const filter = (name: string, pattern: string): string => `
resource "aws_cloudwatch_log_metric_filter" "${name}" {
  name           = "${name}"
  pattern        = ${pattern}
  log_group_name = "trail"
  metric_transformation {
    name      = "${name}"
    namespace = "Audit"
    value     = "1"
  }
}
resource "aws_cloudwatch_metric_alarm" "${name}" {
  alarm_name    = "${name}"
  namespace     = "Audit"
  metric_name   = "${name}"
  alarm_actions = ["arn:aws:sns:eu-west-1:1:security"]
}
`;

const either = (names: string): string =>
  JSON.stringify(
    `{ ${names
      .split(' ')
      .map((name) => `($.eventName = ${name})`)
      .join(' || ')} }`,
  );

async function unwatched(
  more: string,
  log = 'cloud_watch_logs_group_arn = "arn:aws:logs:eu-west-1:1:log-group:trail"',
): Promise<string> {
  const text = `resource "aws_cloudtrail" "all" {\n  ${log}\n}\n${more}`;
  const facts = await terraformSubjects(text, 'audit-trail');
  return facts.split('\n').find((line) => line.startsWith('  unwatched:')) ?? '';
}

it('is not asked of a trail whose log no filter can read', async () => {
  expect(await unwatched('', '')).toContain('null');
});

it('is left open where filters are elsewhere, or a pattern is not known', async () => {
  expect(await unwatched('')).toContain('unknown because no filter of its log is in the same stack');
  expect(await unwatched(filter('one', 'var.pattern'))).toContain('unknown because there is no variable');
});

it('finds filters by what they take, however they are written', async () => {
  const patterns = [
    '{ ($.userIdentity.type = "Root") && ($.userIdentity.invokedBy NOT EXISTS) && ($.eventType != "AwsServiceEvent") }',
    '{$.userIdentity.type="Root"&&$.eventType!="AwsServiceEvent"}',
  ];
  for (const pattern of patterns)
    expect(await unwatched(filter('root', JSON.stringify(pattern)))).not.toContain('root user');
  expect(await unwatched(filter('vpc', either(NETWORK)))).not.toContain('changes of networks');
  expect(await unwatched(filter('vpc', JSON.stringify('{ $.eventName = "*Vpc*" }')))).not.toContain(
    'changes of networks',
  );
});

it('takes several filters together, and one that takes a part of a change for none', async () => {
  const [first, second] = [NETWORK.split(' ').slice(0, 3).join(' '), NETWORK.split(' ').slice(3).join(' ')];
  expect(await unwatched(filter('a', either(first)))).toContain('changes of networks');
  expect(await unwatched(filter('a', either(first)) + filter('b', either(second)))).not.toContain(
    'changes of networks',
  );
});

it('does not count what takes everything, nor what no alarm tells', async () => {
  expect(await unwatched(filter('all', JSON.stringify('{ $.eventName = * }')))).toContain('root user');
  const quiet = filter('root', JSON.stringify('{ $.userIdentity.type = "Root" }')).replace(
    /alarm_actions.*/,
    '',
  );
  expect(await unwatched(quiet)).toContain('root user');
});
