import { bundleOf } from '../../analysis/manifests/bundle.js';
import { blindSwitch, canaryOf, measuresOf } from '../../analysis/manifests/canaries.js';
import { manifestsOf } from '../../analysis/manifests/manifests.js';
import { createRule, type Fix } from '../../kit/create-rule.js';
import { addKey, replaceScalar } from '../../kit/fixers/yaml-edits.js';

/**
 * A canary protects by what it keeps small and by who looks: a first step that is half of the users, steps that follow each
 * other at once, and a release that nothing measures are a roll-out like any other, only slower.
 *
 * Fields: Argo Rollouts 1.10 (Rollout v1alpha1), Flagger 1.44 (Canary v1beta1), checked 2026-11.
 */
export default createRule({
  name: 'canary-steps',
  principle: 'canary-deployment',
  description: 'Require canary releases to begin small, to wait between steps and to measure',
  fix: 'suggestion',
  presets: true,
  language: 'YAML',
  needs: [],
  needsText: /kind:[^\n]*(?:Rollout|Canary)/u,
  messages: {
    first: 'The first step sends {{weight}} % of the requests to a version that nobody has seen at work (canary-deployment). Begin with {{max}} % or less.',
    unguarded: 'Nothing happens between this step and the one before, so a fault reaches {{weight}} % at once (canary-deployment). Pause or analyse in between.',
    blind: 'Nothing measures this release and nobody is asked, so a faulty version is promoted like a good one (canary-deployment). Add an analysis of errors and latency.',
    half: 'The analysis does not measure {{missing}}, so a version that is bad at it is promoted (canary-deployment). Add such a metric.',
    promotion: 'All requests go to the new version as soon as it is ready, with nothing tested before (canary-deployment). Set `autoPromotionEnabled: false`, or add a `prePromotionAnalysis`.',
    begin: 'Begin with {{max}} %.',
    ask: 'Set `autoPromotionEnabled: false`, so that somebody promotes it.',
  },
  options: {
    maxFirstWeight: { description: 'The largest first step, in percent.', type: 'integer', minimum: 1, default: 10 },
    bothMetrics: { description: 'Whether an analysis must measure errors and latency, where its metrics are in sight.', type: 'boolean', default: false },
  },
  strict: { bothMetrics: true },
  *check({ source, context, options }) {
    for (const manifest of manifestsOf(source, context)) {
      const blueGreen = blindSwitch(manifest);
      if (blueGreen) {
        const written = blueGreen.value.get('autoPromotionEnabled');
        const fix: Fix = (fixer) => (written ? replaceScalar(fixer, written, 'false') : addKey(fixer, source, blueGreen.value, 'autoPromotionEnabled', false, ['activeService', 'previewService']));
        yield { node: written?.node ?? blueGreen.pair.key ?? blueGreen.value.node, messageId: 'promotion', suggest: [{ messageId: 'ask', fix }] };
      }
      const canary = canaryOf(manifest);
      if (!canary) continue;
      const { first, finest, unguarded, strategy } = canary;
      const max = options.maxFirstWeight;
      if (first?.number !== undefined && first.number > Math.max(max, finest)) {
        yield { node: first.node, messageId: 'first', data: { weight: first.number, max }, suggest: [finest > max ? undefined : { messageId: 'begin', data: { max }, fix: (fixer) => replaceScalar(fixer, first, max) }] };
      }
      for (const weight of unguarded) yield { node: weight.node, messageId: 'unguarded', data: { weight: weight.number! } };
      const at = strategy.pair.key ?? strategy.value.node;
      if (canary.analyses.length === 0) {
        if (!canary.decided) yield { node: at, messageId: 'blind' };
        continue;
      }
      const measures = options.bothMetrics ? measuresOf(canary, bundleOf(source, context).manifests) : undefined;
      const missing = measures && !measures.errors ? 'errors' : measures && !measures.latency ? 'latency' : undefined;
      if (missing) yield { node: at, messageId: 'half', data: { missing } };
    }
  },
});
