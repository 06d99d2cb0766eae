import { isUnknown, unknown, valueOf, type Fact, type SubjectOf } from '../../model/index.ts';
import { derive } from '../resource/logic.ts';
import { byDefault, text } from '../resource/part.ts';
import { boolSetting } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';

const REDIRECT = { on: ['default_url_redirect', 'https_redirect'], absent: false };

/** Google's global load balancers for plain HTTP; their map of URLs can send callers to HTTPS. */
export function httpProxies(stack: Stack): readonly SubjectOf<'endpoint'>[] {
  return stack.of('google_compute_target_http_proxy').map((proxy) =>
    stack.subject('endpoint', proxy, {
      provider: 'gcp',
      plain: plainOf(stack, proxy),
      oldestTls: byDefault(null, proxy),
      weakCiphers: byDefault(false, proxy),
    }),
  );
}

function plainOf(stack: Stack, proxy: Resource): Fact<boolean> {
  const rules = stack.attached('google_compute_global_forwarding_rule', 'target', proxy, ['id', 'self_link']);
  const internal = rules.find((rule) => {
    const scheme = text(rule, 'load_balancing_scheme');
    return scheme !== undefined && valueOf(scheme)?.startsWith('INTERNAL') === true;
  });
  if (internal) return byDefault(false, internal);
  const map = stack.target(proxy.get('url_map'));
  if (!map) return unknown('its map of URLs is not in the files', proxy.at, proxy.related);
  const redirect = boolSetting(map, REDIRECT);
  return isUnknown(redirect.value) ? redirect : { ...derive(redirect, (sent) => !sent), at: proxy.at };
}
