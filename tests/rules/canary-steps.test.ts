import rule from '../../src/rules/canary-deployment/canary-steps.js';
import { testRule, yaml, yamlInvalid as invalid } from '../helpers/rule-tester.js';

const strict = { options: { bothMetrics: true } };

const rollout = (strategy: string, replicas = 20) => `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: api }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: api } }
  strategy:
${strategy}`;
const canary = (...steps: string[]) => `    canary:\n      steps:\n${steps.map((step) => `        - ${step}\n`).join('')}`;
const pause = 'pause: { duration: 10m }';
const analysis = (name = 'health') => `analysis: { templates: [{ templateName: ${name} }] }`;
const template = (metrics: string, name = 'health', kind = 'AnalysisTemplate') => `---\napiVersion: argoproj.io/v1alpha1\nkind: ${kind}\nmetadata: { name: ${name} }\nspec: { metrics: [${metrics}] }\n`;
const errors = '{ name: success-rate, provider: { prometheus: { query: sum(rate(x)) } } }';
const latency = '{ name: slow, provider: { prometheus: { query: "histogram_quantile(0.99, y)" } } }';
const flagger = (more: string, spec = '') => `apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: api }
spec:
  targetRef: { kind: Deployment, name: api }
${spec}  analysis:
    interval: 1m
${more}`;
const metrics = '    metrics:\n      - { name: request-success-rate }\n      - { name: request-duration }\n';
const blueGreen = (more = '') => rollout(`    blueGreen:\n      activeService: api # live\n${more}`);

testRule(rule, {
  valid: {
    'small steps, pauses and an analysis': yaml(rollout(canary('setWeight: 5', pause, analysis(), 'setWeight: 50', pause))),
    'an analysis in the background': yaml(rollout(`${canary('setWeight: 10', pause)}      analysis: { templates: [{ templateName: health }] }\n`)),
    'somebody goes on by hand': yaml(rollout(canary('setWeight: 10', 'pause: {}', 'setWeight: 50', pause))),
    'an experiment that measures': yaml(rollout(canary('setWeight: 10', 'experiment: { duration: 5m, templates: [], analyses: [{ name: a, templateName: health }] }'))),
    'an experiment that somebody ends': yaml(rollout(canary('experiment: { templates: [{ name: preview, specRef: canary }] }'))),
    'a plugin': yaml(rollout(canary('setWeight: 10', 'plugin: { name: ours/gate }', 'setWeight: 50'))),
    'one pod of five is the smallest step there is': yaml(rollout(canary('setWeight: 20', 'pause: {}'), 5)),
    'no share for those who do not ask for it': yaml(rollout(canary('setCanaryScale: { replicas: 1 }', 'setWeight: 0', 'setHeaderRoute: { name: beta }', 'pause: {}', 'setWeight: 10', pause))),
    'testers have seen it before': yaml(rollout(canary('setHeaderRoute: { name: beta }', 'pause: {}', 'setWeight: 20', pause))),
    'steps back need no wait': yaml(rollout(canary('setWeight: 10', 'pause: {}', 'setWeight: 0'))),
    'no steps, which is a rolling update': yaml(rollout('    canary:\n      maxSurge: 25%\n')),
    'blue and green, by hand': yaml(blueGreen('      autoPromotionEnabled: false\n')),
    'blue and green, tested before': yaml(blueGreen('      prePromotionAnalysis: { templates: [{ templateName: smoke }] }\n')),
    'Flagger': yaml(flagger(`    stepWeight: 5\n    maxWeight: 50\n${metrics}`)),
    'Flagger, in steps': yaml(flagger(`    stepWeights: [1, 10, 50]\n${metrics}`)),
    'Flagger, for some users': yaml(flagger(`    iterations: 10\n    match: [{ headers: { x: { exact: beta } } }]\n${metrics}`)),
    'Flagger, tested by a webhook': yaml(flagger('    stepWeight: 10\n    webhooks: [{ name: smoke, type: pre-rollout, url: http://t/ }]\n')),
    'Flagger, as it was': yaml(flagger(`    stepWeight: 10\n${metrics}`).replace('  analysis:', '  canaryAnalysis:')),
    'half the users, where that is allowed': { ...yaml(rollout(canary('setWeight: 50', 'pause: {}'))), options: { maxFirstWeight: 50 } },
    'errors alone, where both are not asked for': yaml(rollout(canary('setWeight: 10', analysis())) + template(errors)),
    'both are measured': { ...yaml(rollout(canary('setWeight: 10', analysis())) + template(`${errors}, ${latency}`)), ...strict },
    'both are measured, by two templates': { ...yaml(rollout(canary('setWeight: 10', analysis('a'), analysis('b'))) + template(errors, 'a') + template(latency, 'b', 'ClusterAnalysisTemplate')), ...strict },
    'a template that is not in sight': { ...yaml(rollout(canary('setWeight: 10', analysis('other'))) + template(errors)), ...strict },
    'both of Flagger\'s own': { ...yaml(flagger(`    stepWeight: 10\n${metrics}`)), ...strict },
    'a metric of Flagger that is not in sight': { ...yaml(flagger('    stepWeight: 10\n    metrics: [{ name: errors, templateRef: { name: errors } }]\n')), ...strict },
    'a VirtualService, which is a moment of it': yaml('apiVersion: networking.istio.io/v1\nkind: VirtualService\nspec:\n  http: [{ route: [{ weight: 50 }, { weight: 50 }] }]\n# kind: Canary\n'),
    'an object of another group': yaml(rollout(canary('setWeight: 50')).replace('argoproj.io', 'example.com')),
    'a patch': { ...yaml(rollout(canary('setWeight: 50'))), filename: 'overlays/prod/rollout.yaml' },
    'a template': yaml(rollout(canary('setWeight: {{ .Values.first }}'))),
    'odd values': yaml(rollout('    canary: { steps: [~, text, { setWeight: many }, { pause: ~ }] }\n    blueGreen: ~\n')),
  },
  invalid: {
    'half of the users first': invalid(rollout(canary('setWeight: 50 # half', 'pause: {}')), [{
      messageId: 'first', data: { weight: 50, max: 10 }, line: 10, column: 22, suggestions: [{ messageId: 'begin', data: { max: 10 }, output: rollout(canary('setWeight: 10 # half', 'pause: {}')) }],
    }]),
    'more than a pod has to be, without an edit': invalid(rollout(canary('setWeight: 60', 'pause: {}'), 5), [{ messageId: 'first', data: { weight: 60, max: 10 } }]),
    'few pods, but a mesh that shares requests': invalid(rollout(`${canary('setWeight: 20', 'pause: {}')}      trafficRouting: { istio: {} }\n`, 5), [{ messageId: 'first', suggestions: 1 }]),
    'steps without a wait': invalid(rollout(canary('setWeight: 5', 'setWeight: 50', 'pause: {}', 'setCanaryScale: { weight: 80 }', 'setWeight: 80')), [{ messageId: 'unguarded', data: { weight: 50 }, line: 11 }]),
    'pauses in which nobody looks': invalid(rollout(canary('setWeight: 5', pause, 'setWeight: 50', pause)), [{ messageId: 'blind', line: 8, column: 5 }]),
    'an experiment that measures nothing': invalid(rollout(canary('experiment: { duration: 5m, templates: [] }')), ['blind']),
    'blue and green, by default': invalid(blueGreen(), [{ messageId: 'promotion', line: 8, suggestions: [{ messageId: 'ask', output: blueGreen('      autoPromotionEnabled: false\n') }] }]),
    'blue and green, tested too late': invalid(blueGreen('      autoPromotionEnabled: true\n      postPromotionAnalysis: { templates: [] }\n'), [
      { messageId: 'promotion', line: 10, suggestions: [{ messageId: 'ask', output: blueGreen('      autoPromotionEnabled: false\n      postPromotionAnalysis: { templates: [] }\n') }] },
    ]),
    'Flagger, too large': invalid(flagger(`    stepWeight: 25\n${metrics}`), [{ messageId: 'first', suggestions: [{ messageId: 'begin', output: flagger(`    stepWeight: 10\n${metrics}`) }] }]),
    'Flagger, too large in steps': invalid(flagger(`    stepWeights: [30, 60]\n${metrics}`), [{ messageId: 'first', suggestions: 1 }]),
    'Flagger without metrics': invalid(flagger('    stepWeight: 10\n    webhooks: [{ name: chat, type: event, url: http://c/ }]\n'), [{ messageId: 'blind', line: 6 }]),
    'Flagger that skips them': invalid(flagger(`    stepWeight: 10\n${metrics}`, '  skipAnalysis: true\n'), ['blind']),
    'only errors': { ...invalid(rollout(canary('setWeight: 10', analysis())) + template(errors), [{ messageId: 'half', data: { missing: 'latency' }, line: 8 }]), ...strict },
    'only latency, Flagger': { ...invalid(flagger('    stepWeight: 10\n    metrics: [{ name: request-duration }]\n'), [{ messageId: 'half', data: { missing: 'errors' } }]), ...strict },
    'an aliased step, without an edit': invalid(`x: &big { setWeight: 50 }\n${rollout(canary('*big', 'pause: {}'))}`, [{ messageId: 'first' }]),
  },
});
