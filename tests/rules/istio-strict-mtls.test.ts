import rule from '../../src/rules/p014-service-mesh/istio-strict-mtls.js';
import { testRule, yaml, yamlInvalid as invalid } from '../helpers/rule-tester.js';

const peer = (spec: string, namespace = 'shop') => `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: ${namespace}
${spec}`;
const destination = (spec: string, host = 'reviews') => `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: reviews
spec:
  host: ${host}
${spec}`;

testRule(rule, {
  valid: {
    'strict': yaml(peer('spec:\n  mtls:\n    mode: STRICT\n')),
    'inherited from the mesh': yaml(peer('spec:\n  selector:\n    matchLabels:\n      app: a\n')),
    'unset below the mesh': yaml(peer('spec:\n  mtls:\n    mode: UNSET\n')),
    'a selector in the root namespace': yaml(peer('spec:\n  selector:\n    matchLabels:\n      app: a\n', 'istio-system')),
    'a port of a selected workload': yaml(peer('spec:\n  selector:\n    matchLabels:\n      app: a\n  portLevelMtls:\n    8080:\n      mode: STRICT\n')),
    'the port of a webhook': yaml(peer('spec:\n  selector:\n    matchLabels:\n      app: webhook\n  portLevelMtls:\n    "8443":\n      mode: PERMISSIVE\n')),
    'mesh certificates': yaml(destination('  trafficPolicy:\n    tls:\n      mode: ISTIO_MUTUAL\n')),
    'TLS to a host outside the mesh': yaml(destination('  trafficPolicy:\n    tls:\n      mode: SIMPLE\n', 'api.stripe.com')),
    'TLS to a server with certificates of its own': yaml(destination('  trafficPolicy:\n    tls:\n      mode: SIMPLE\n      caCertificates: /etc/certs/ca.pem\n', 'db.shop.svc.cluster.local')),
    'TLS of one port': yaml(destination('  trafficPolicy:\n    portLevelSettings:\n      - port: { number: 443 }\n        tls: { mode: SIMPLE }\n', 'istiod.istio-system.svc.cluster.local')),
    'test data': { ...yaml(peer('spec:\n  mtls:\n    mode: PERMISSIVE\n')), filename: 'pkg/testdata/peer.yaml' },
    'TLS to a wildcard': yaml(destination('  trafficPolicy:\n    tls:\n      mode: SIMPLE\n', "'*'")),
    'an object of another group': yaml('apiVersion: example.com/v1\nkind: PeerAuthentication\nspec:\n  mtls:\n    mode: PERMISSIVE\n'),
    'a template': yaml(peer('spec:\n  mtls:\n    mode: {{ .Values.mode }}\n# PERMISSIVE\n')),
    'a template that is no YAML': yaml(`{{- if .Values.mtls }}\n${peer('spec:\n  mtls:\n    mode: PERMISSIVE\n')}{{- end }}\n`),
    'a workflow': yaml('name: PeerAuthentication\non: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n'),
    'a patch of the mesh policy': { ...yaml(peer('spec:\n  portLevelMtls: {}\n', 'istio-system')), filename: 'overlays/prod/mesh.yaml' },
    'an authenticated Linkerd policy': yaml('apiVersion: v1\nkind: Namespace\nmetadata:\n  annotations:\n    config.linkerd.io/default-inbound-policy: cluster-authenticated\n'),
    'no YAML at all': { code: 'const PeerAuthentication = 1;' },
  },
  invalid: {
    'permissive': invalid(peer('spec:\n  mtls:\n    mode: PERMISSIVE # for now\n'), [
      { messageId: 'mode', data: { mode: 'PERMISSIVE' }, line: 8, column: 11, suggestions: [{ messageId: 'strict', output: peer('spec:\n  mtls:\n    mode: STRICT # for now\n') }] },
    ]),
    'disabled, in quotes': invalid(peer('spec:\n  mtls: { mode: "DISABLE" }\n'), [
      { messageId: 'mode', suggestions: [{ messageId: 'strict', output: peer('spec:\n  mtls: { mode: "STRICT" }\n') }] },
    ]),
    'a permissive port, where ports count': { ...invalid(peer('spec:\n  selector:\n    matchLabels:\n      app: a\n  portLevelMtls:\n    8080:\n      mode: PERMISSIVE\n'), [{ messageId: 'mode', suggestions: 1 }]), options: { ports: true } },
    'an aliased mode, without an edit': invalid(peer('x: &open PERMISSIVE\nspec:\n  mtls:\n    mode: *open\n'), [{ messageId: 'mode', line: 9 }]),
    'a merged mode, without an edit': invalid(peer('x: &open { mode: PERMISSIVE }\nspec:\n  mtls:\n    <<: *open\n'), [{ messageId: 'mode', line: 9 }]),
    'one of several documents': invalid(`${peer('spec:\n  mtls:\n    mode: STRICT\n')}---\n${peer('spec:\n  mtls:\n    mode: PERMISSIVE\n')}`, [{ messageId: 'mode', suggestions: 1 }]),
    'an item of a list': invalid('apiVersion: v1\nkind: List\nitems:\n  - apiVersion: security.istio.io/v1beta1\n    kind: PeerAuthentication\n    spec:\n      mtls:\n        mode: PERMISSIVE\n', [{ messageId: 'mode', suggestions: 1 }]),
    'an unset mesh': invalid(peer('spec: {}\n', 'istio-system'), [{ messageId: 'meshDefault', line: 2 }]),
    'an unset mesh with another root': { ...invalid(peer('spec:\n  mtls:\n    mode: UNSET\n', 'mesh'), [{ messageId: 'meshDefault', line: 8 }]), options: { rootNamespace: 'mesh' } },
    'ports without a selector': invalid(peer('spec:\n  portLevelMtls:\n    8080:\n      mode: DISABLE\n'), [{ messageId: 'ignoredPorts', line: 7, column: 3 }]),
    'a client without mesh certificates': invalid(destination('  trafficPolicy:\n    tls:\n      mode: DISABLE\n'), [
      { messageId: 'client', data: { mode: 'DISABLE', host: 'reviews' }, suggestions: [{ messageId: 'mutual', output: destination('  trafficPolicy:\n    tls:\n      mode: ISTIO_MUTUAL\n') }] },
    ]),
    'TLS in place of the mesh': invalid(destination('  trafficPolicy:\n    tls:\n      mode: SIMPLE\n'), [{ messageId: 'client', suggestions: 1 }]),
    'a port of a subset': invalid(destination('  subsets:\n    - name: v1\n      trafficPolicy:\n        portLevelSettings:\n          - port: { number: 80 }\n            tls: { mode: DISABLE }\n', 'reviews.shop.svc.cluster.local'), [{ messageId: 'client', suggestions: 1 }]),
    'an open Linkerd policy': invalid('apiVersion: apps/v1\nkind: Deployment\nspec:\n  selector: {}\n  template:\n    metadata:\n      annotations:\n        config.linkerd.io/default-inbound-policy: all-unauthenticated\n', [{ messageId: 'linkerd', suggestions: [{ messageId: 'authenticated', output: 'apiVersion: apps/v1\nkind: Deployment\nspec:\n  selector: {}\n  template:\n    metadata:\n      annotations:\n        config.linkerd.io/default-inbound-policy: all-authenticated\n' }] }]),
    'Windows line ends': invalid(peer('spec:\n  mtls:\n    mode: PERMISSIVE\n').replaceAll('\n', '\r\n'), [{ messageId: 'mode', suggestions: 1 }]),
  },
});
