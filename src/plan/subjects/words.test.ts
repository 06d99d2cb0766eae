import { expect, it } from 'vitest';
import schema from '../schema/deployment-plan.schema.json' with { type: 'json' };
import * as words from './words.ts';

it('the words of the model are the choices of the schema', () => {
  const { definitions } = schema;
  const { rollback, strategy } = definitions.deliveryEnvironment.properties;
  const observability = definitions.observability.properties;
  expect({
    PURPOSES: definitions.environment.properties.purpose.enum,
    STRATEGIES: strategy.enum,
    MECHANISMS: rollback.properties.mechanism.enum,
    STAGES: definitions.stage.properties.kind.enum,
    SIGNALS: definitions.signal.enum,
    COMPONENT_KINDS: definitions.component.properties.kind.enum,
    BACKUP_METHODS: definitions.backup.properties.method.enum,
    FAILOVERS: definitions.availability.properties.failover.enum,
    CRITICALITIES: definitions.component.properties.criticality.enum,
    DATA_CLASSES: definitions.component.properties.dataClass.enum,
    IDENTITIES: definitions.security.properties.identity.properties.pipeline.enum,
    CRITERIA: Object.keys(definitions.criteria.properties),
    CONCERNS: observability.notMonitored.items.properties.what.enum,
    LOG_SOURCES: observability.logs.properties.sources.items.enum,
    METRICS: observability.metrics.properties.covers.items.enum,
    UNITS: definitions.alertThreshold.properties.unit.enum,
    CHANNELS: observability.notifications.items.properties.channel.enum,
    ASPECTS: definitions.review.properties.signOffs.items.properties.covers.items.enum,
  }).toEqual({ ...words });
});
