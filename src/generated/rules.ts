// Written by `npm run gen`. Do not edit.
import agentMessageEnvelope from '../rules/agent-protocol/agent-message-envelope.js';
import appropriateModel from '../rules/p066-agent-orchestration/appropriate-model.js';
import autoscalingBounds from '../rules/load-balancing/autoscaling-bounds.js';
import cacheLlmResponse from '../rules/cost-optimization/cache-llm-response.js';
import canarySteps from '../rules/canary-deployment/canary-steps.js';
import commandReturnsNoData from '../rules/p015-cqrs/command-returns-no-data.js';
import composeHealth from '../rules/load-balancing/compose-health.js';
import eventCatalog from '../rules/event-schema/event-catalog.js';
import istioCircuitBreaker from '../rules/p014-service-mesh/istio-circuit-breaker.js';
import istioRoutes from '../rules/p014-service-mesh/istio-routes.js';
import istioStrictMtls from '../rules/p014-service-mesh/istio-strict-mtls.js';
import istioTimeoutRetries from '../rules/p014-service-mesh/istio-timeout-retries.js';
import k8sProbes from '../rules/zero-downtime/k8s-probes.js';
import k8sResources from '../rules/resource-management/k8s-resources.js';
import k8sRollingUpdate from '../rules/zero-downtime/k8s-rolling-update.js';
import keepPreviousVersion from '../rules/p018-api-versioning/keep-previous-version.js';
import loadBalancerHealth from '../rules/load-balancing/load-balancer-health.js';
import noBlockingHandler from '../rules/p011-event-driven/no-blocking-handler.js';
import noDataAccessInHandler from '../rules/p013-separation-of-concerns/no-data-access-in-handler.js';
import noDirectServiceCall from '../rules/p014-service-mesh/no-direct-service-call.js';
import noEagerConnection from '../rules/p012-singleton/no-eager-connection.js';
import noFrameworkInDomain from '../rules/p013-separation-of-concerns/no-framework-in-domain.js';
import noFullFileContext from '../rules/p070-context-window/no-full-file-context.js';
import noGlobalDependency from '../rules/p016-dependency-injection/no-global-dependency.js';
import noLongTaskInHandler from '../rules/p011-event-driven/no-long-task-in-handler.js';
import noNewDependencyInClass from '../rules/p016-dependency-injection/no-new-dependency-in-class.js';
import noPerCallClient from '../rules/p012-singleton/no-per-call-client.js';
import noQueryInLoop from '../rules/cost-optimization/no-query-in-loop.js';
import noServiceLocator from '../rules/p016-dependency-injection/no-service-locator.js';
import noUnboundedHistory from '../rules/p070-context-window/no-unbounded-history.js';
import noUnboundedRetry from '../rules/p017-circuit-breaker/no-unbounded-retry.js';
import noVaguePrompt from '../rules/p070-context-window/no-vague-prompt.js';
import noWriteInQuery from '../rules/p015-cqrs/no-write-in-query.js';
import openapiVersioning from '../rules/p018-api-versioning/openapi-versioning.js';
import preferParallelAgents from '../rules/p066-agent-orchestration/prefer-parallel-agents.js';
import preferPool from '../rules/cost-optimization/prefer-pool.js';
import preferPromptCache from '../rules/cost-optimization/prefer-prompt-cache.js';
import requireAgentLimits from '../rules/p066-agent-orchestration/require-agent-limits.js';
import requireApiVersion from '../rules/p018-api-versioning/require-api-version.js';
import requireCircuitBreaker from '../rules/p017-circuit-breaker/require-circuit-breaker.js';
import requireCostEstimate from '../rules/cost-optimization/require-cost-estimate.js';
import requireRetryBackoff from '../rules/retry-with-backoff/require-retry-backoff.js';
import requireTimeout from '../rules/timeout-management/require-timeout.js';
import requireTokenLimit from '../rules/cost-optimization/require-token-limit.js';
import separateCommandQuery from '../rules/p015-cqrs/separate-command-query.js';
import serviceSpec from '../rules/service-specification/service-spec.js';
import singleAgentRole from '../rules/agent-roles/single-agent-role.js';
import specConformance from '../rules/service-specification/spec-conformance.js';
import thinHandlers from '../rules/p013-separation-of-concerns/thin-handlers.js';

export const rules = {
  'agent-message-envelope': agentMessageEnvelope,
  'appropriate-model': appropriateModel,
  'autoscaling-bounds': autoscalingBounds,
  'cache-llm-response': cacheLlmResponse,
  'canary-steps': canarySteps,
  'command-returns-no-data': commandReturnsNoData,
  'compose-health': composeHealth,
  'event-catalog': eventCatalog,
  'istio-circuit-breaker': istioCircuitBreaker,
  'istio-routes': istioRoutes,
  'istio-strict-mtls': istioStrictMtls,
  'istio-timeout-retries': istioTimeoutRetries,
  'k8s-probes': k8sProbes,
  'k8s-resources': k8sResources,
  'k8s-rolling-update': k8sRollingUpdate,
  'keep-previous-version': keepPreviousVersion,
  'load-balancer-health': loadBalancerHealth,
  'no-blocking-handler': noBlockingHandler,
  'no-data-access-in-handler': noDataAccessInHandler,
  'no-direct-service-call': noDirectServiceCall,
  'no-eager-connection': noEagerConnection,
  'no-framework-in-domain': noFrameworkInDomain,
  'no-full-file-context': noFullFileContext,
  'no-global-dependency': noGlobalDependency,
  'no-long-task-in-handler': noLongTaskInHandler,
  'no-new-dependency-in-class': noNewDependencyInClass,
  'no-per-call-client': noPerCallClient,
  'no-query-in-loop': noQueryInLoop,
  'no-service-locator': noServiceLocator,
  'no-unbounded-history': noUnboundedHistory,
  'no-unbounded-retry': noUnboundedRetry,
  'no-vague-prompt': noVaguePrompt,
  'no-write-in-query': noWriteInQuery,
  'openapi-versioning': openapiVersioning,
  'prefer-parallel-agents': preferParallelAgents,
  'prefer-pool': preferPool,
  'prefer-prompt-cache': preferPromptCache,
  'require-agent-limits': requireAgentLimits,
  'require-api-version': requireApiVersion,
  'require-circuit-breaker': requireCircuitBreaker,
  'require-cost-estimate': requireCostEstimate,
  'require-retry-backoff': requireRetryBackoff,
  'require-timeout': requireTimeout,
  'require-token-limit': requireTokenLimit,
  'separate-command-query': separateCommandQuery,
  'service-spec': serviceSpec,
  'single-agent-role': singleAgentRole,
  'spec-conformance': specConformance,
  'thin-handlers': thinHandlers,
};
