import templates from './templates.json' with { type: 'json' };

const JOBS = new Map<string, unknown>(
  templates.flatMap(({ match, jobs }) => match.map((name) => [name, jobs] as const)),
);

/** What a template of GitLab's own brings, as far as delivery is concerned; undefined for one that is not known. */
export function jobsOfTemplate(name: string): unknown {
  return JOBS.get(name.toLowerCase().replace(/^\/+/, ''));
}

/** The same for a component of GitLab's own: `gitlab.com/components/sast/sast@1.0`. */
export function jobsOfComponent(address: string): unknown {
  const [, project, component] =
    /(?:^|\/)components\/([^/@]+)\/([^/@]+)(?:@.*)?$/.exec(address.toLowerCase()) ?? [];
  if (project === undefined || component === undefined) return undefined;
  return JOBS.get(`components/${project}/${component}`) ?? JOBS.get(`components/${project}/*`);
}
