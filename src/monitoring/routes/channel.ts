/** How services tell people, by what routers call them: `pagerduty`, `slack`, `email`. */
const CHANNELS: Readonly<Record<string, string>> = {
  pagerduty: 'pager',
  opsgenie: 'pager',
  victorops: 'pager',
  pushover: 'pager',
  oncall: 'pager',
  incidentio: 'pager',
  rootly: 'pager',
  slack: 'chat',
  msteams: 'chat',
  msteamsv2: 'chat',
  teams: 'chat',
  discord: 'chat',
  telegram: 'chat',
  mattermost: 'chat',
  rocketchat: 'chat',
  webex: 'chat',
  googlechat: 'chat',
  email: 'mail',
  jira: 'ticket',
  servicenow: 'ticket',
  webhook: 'webhook',
};

/** A way of telling people in the plan's words; what has none of these stays as it is written. */
export function channelNamed(service: string): string {
  const plain = service.toLowerCase().replace(/[^a-z0-9]/g, '');
  return Object.hasOwn(CHANNELS, plain) ? (CHANNELS[plain] ?? plain) : plain;
}
