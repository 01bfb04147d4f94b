import dedent from 'dedent';
import { Linter } from 'eslint';
import { expect, it } from 'vitest';
import plugin from '../../src/index.js';

/** YAML that is none of ours, or not whole, with words in it that open the gates of the rules. */
const files: Readonly<Record<string, string>> = {
  'chart/templates/deployment.yaml': dedent`
    {{- if .Values.enabled }}
    apiVersion: apps/v1
    kind: Deployment
    spec:
      replicas: {{ .Values.replicas }}
      template: { spec: { containers: [{ name: app, image: "app:latest", ports: [{ containerPort: 80 }] }] } }
    {{- end }}
  `,
  'chart/values.yaml': 'replicaCount: 1\nautoscaling: { enabled: true, minReplicas: 1, maxReplicas: 1 }\nimage: { repository: app, tag: latest }\n',
  'overlays/prod/kustomization.yaml': 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [../../base]\nimages: [{ name: app, newTag: latest }]\n',
  'overlays/prod/deployment-patch.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: api }\nspec: { replicas: 1, template: { spec: { containers: [{ name: api, ports: [{ containerPort: 80 }] }] } } }\n',
  'base/patches/destination.yaml': 'apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: { name: reviews }\nspec: { trafficPolicy: {} }\n',
  'k8s/partial.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: api }\nspec: { replicas: 1 }\n',
  'k8s/job.yaml': 'apiVersion: batch/v1\nkind: Job\nmetadata: { name: once }\nspec: { template: { spec: { restartPolicy: Never, containers: [{ name: once, image: "once:1", ports: [{ containerPort: 80 }], resources: { limits: { memory: 1Gi, cpu: 1 } } }] } } }\n',
  'k8s/crd.yaml': 'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: destinationrules.networking.istio.io }\nspec: { names: { kind: DestinationRule } }\n',
  '.github/workflows/ci.yml': dedent`
    name: ci
    on: push
    jobs:
      test:
        runs-on: ubuntu-latest
        services:
          postgres:
            image: postgres:latest
            env:
              POSTGRES_PASSWORD: \${{ secrets.DB }}
        steps: [{ run: npm test, env: { KIND: "kind: VirtualService" } }]
  `,
  '.gitlab-ci.yml': 'services: [postgres:latest]\ntest: { image: node, script: [npm test] }\n',
  'docker-compose.override.yml': 'services:\n  api: { depends_on: [db] }\n  db: { environment: { POSTGRES_PASSWORD: postgres } }\n',
  'pnpm-lock.yaml': "lockfileVersion: '9.0'\npackages:\n  '@kubernetes/client-node@1.0.0': { resolution: { integrity: sha512-x } }\n  openapi-types@12.1.3: { resolution: { integrity: sha512-y } }\n",
  'site.yaml': '- hosts: all\n  tasks:\n    - name: "{{ item }}"\n      k8s: { definition: { apiVersion: apps/v1, kind: Deployment } }\n',
  'prometheus.yml': 'scrape_configs: [{ job_name: api, static_configs: [{ targets: [api:9090] }] }]\n',
  'serverless.yml': 'service: shop\nprovider: { name: aws }\nfunctions: { api: { handler: src/a.handler, events: [{ http: GET /orders }] } }\n',
  'openapi/components.yaml': 'components:\n  schemas:\n    Order: { type: object, properties: { id: { type: string } } }\n',
  'empty.yaml': '',
  'comment.yaml': '# kind: Deployment\n---\n---\n',
};

it.each(Object.entries(files))('the YAML rules have nothing to say of %s', (filename, code) => {
  const config = (plugin.configs as unknown as Record<string, Linter.Config>)['flat/manifests-strict']!;
  expect(new Linter({ configType: 'flat' }).verify(`${code}\n`, [config], { filename })).toEqual([]);
});
