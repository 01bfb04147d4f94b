// Written by `npm run gen`. Do not edit.
import commandReturnsNoData from '../rules/p015-cqrs/command-returns-no-data.js';
import keepPreviousVersion from '../rules/p018-api-versioning/keep-previous-version.js';
import noBlockingHandler from '../rules/p011-event-driven/no-blocking-handler.js';
import noDataAccessInHandler from '../rules/p013-separation-of-concerns/no-data-access-in-handler.js';
import noDirectServiceCall from '../rules/p014-service-mesh/no-direct-service-call.js';
import noEagerConnection from '../rules/p012-singleton/no-eager-connection.js';
import noFrameworkInDomain from '../rules/p013-separation-of-concerns/no-framework-in-domain.js';
import noGlobalDependency from '../rules/p016-dependency-injection/no-global-dependency.js';
import noLongTaskInHandler from '../rules/p011-event-driven/no-long-task-in-handler.js';
import noNewDependencyInClass from '../rules/p016-dependency-injection/no-new-dependency-in-class.js';
import noPerCallClient from '../rules/p012-singleton/no-per-call-client.js';
import noServiceLocator from '../rules/p016-dependency-injection/no-service-locator.js';
import noUnboundedRetry from '../rules/p017-circuit-breaker/no-unbounded-retry.js';
import noWriteInQuery from '../rules/p015-cqrs/no-write-in-query.js';
import preferParallelAgents from '../rules/p066-agent-orchestration/prefer-parallel-agents.js';
import requireApiVersion from '../rules/p018-api-versioning/require-api-version.js';
import requireCircuitBreaker from '../rules/p017-circuit-breaker/require-circuit-breaker.js';
import requireRetryBackoff from '../rules/retry-with-backoff/require-retry-backoff.js';
import requireTimeout from '../rules/timeout-management/require-timeout.js';
import separateCommandQuery from '../rules/p015-cqrs/separate-command-query.js';
import thinHandlers from '../rules/p013-separation-of-concerns/thin-handlers.js';

export const rules = {
  'command-returns-no-data': commandReturnsNoData,
  'keep-previous-version': keepPreviousVersion,
  'no-blocking-handler': noBlockingHandler,
  'no-data-access-in-handler': noDataAccessInHandler,
  'no-direct-service-call': noDirectServiceCall,
  'no-eager-connection': noEagerConnection,
  'no-framework-in-domain': noFrameworkInDomain,
  'no-global-dependency': noGlobalDependency,
  'no-long-task-in-handler': noLongTaskInHandler,
  'no-new-dependency-in-class': noNewDependencyInClass,
  'no-per-call-client': noPerCallClient,
  'no-service-locator': noServiceLocator,
  'no-unbounded-retry': noUnboundedRetry,
  'no-write-in-query': noWriteInQuery,
  'prefer-parallel-agents': preferParallelAgents,
  'require-api-version': requireApiVersion,
  'require-circuit-breaker': requireCircuitBreaker,
  'require-retry-backoff': requireRetryBackoff,
  'require-timeout': requireTimeout,
  'separate-command-query': separateCommandQuery,
  'thin-handlers': thinHandlers,
};
