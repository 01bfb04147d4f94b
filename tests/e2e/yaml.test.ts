import { describe, expect, it } from 'vitest';
import { brief, Project, type Major } from './project.js';
import { javascript, policy } from './sources.js';

const files = {
  'k8s/peer.yaml': policy,
  'chart/templates/peer.yaml': `{{- if .Values.mtls }}\n${policy}{{- end }}\n`,
  '.github/workflows/ci.yml': 'name: ci\non: push\njobs:\n  PeerAuthentication:\n    runs-on: ${{ matrix.os }}\n',
  'src/a.js': javascript,
};
const configFile = 'eslint.config.mjs';
const own = `import plugin from "eslint-plugin-archprinciples";
export default [plugin.configs["flat/recommended"], plugin.configs["flat/manifests"]];
`;
const byLanguage = `import plugin from "eslint-plugin-archprinciples";
import yml from "eslint-plugin-yml";
const { parser, ...rest } = plugin.configs["flat/manifests"].languageOptions;
export default [
  { ...plugin.configs["flat/manifests"], languageOptions: rest, language: "yml/yaml" },
  { plugins: { yml } },
];
`;
const besideYml = (first: boolean) => `import plugin from "eslint-plugin-archprinciples";
import yml from "eslint-plugin-yml";
const own = [plugin.configs["flat/manifests"]];
const other = yml.configs.base ?? yml.configs["flat/base"];
export default ${first ? '[...own, ...other]' : '[...other, ...own]'};
`;
const finding = '7:11 error archprinciples/istio-strict-mtls';

describe.each<Major>([8, 9, 10])('the preset manifests on ESLint %i', (major) => {
  it('judges YAML, is silent on templates and workflows, and leaves code to the presets of code', () => {
    const { files: found } = new Project(major, { ...files, [configFile]: own }).lint('k8s', 'chart', '.github/workflows/ci.yml', 'src');
    expect(Object.fromEntries(Object.entries(found).map(([name, messages]) => [name, brief(messages)]))).toEqual({
      '.github/workflows/ci.yml': [], 'chart/templates/peer.yaml': [], 'k8s/peer.yaml': [finding], 'src/a.js': ['4:17 warn archprinciples/no-per-call-client'],
    });
  });

  it('promotes a suggestion to a fix that keeps the comment', () => {
    const settings = `import plugin from "eslint-plugin-archprinciples";\nexport default [plugin.configs["flat/manifests"], { settings: { archprinciples: { applySuggestions: true } } }];\n`;
    const project = new Project(major, { ...files, [configFile]: settings });
    project.eslint('--fix', 'k8s');
    expect(project.read('k8s/peer.yaml')).toBe(policy.replace('PERMISSIVE', 'STRICT'));
  });

  it('obeys a disable comment', () => {
    const project = new Project(major, { 'a.yaml': policy.replace('    mode', '    # eslint-disable-next-line archprinciples/istio-strict-mtls\n    mode'), [configFile]: own });
    expect(project.lint('a.yaml').files['a.yaml']).toEqual([]);
  });
});

describe.each<Major>([8, 9])('the preset manifests in eslintrc on ESLint %i', (major) => {
  it('judges YAML', () => {
    const project = new Project(major, { ...files, '.eslintrc.json': '{ "root": true, "parserOptions": { "ecmaVersion": 2022, "sourceType": "module" }, "extends": ["plugin:archprinciples/recommended", "plugin:archprinciples/manifests"] }\n' });
    const { files: found } = project.lint('--ext', '.yaml,.js', 'k8s', 'src');
    expect(Object.fromEntries(Object.entries(found).map(([name, messages]) => [name, brief(messages)]))).toEqual({ 'k8s/peer.yaml': [finding], 'src/a.js': ['4:17 warn archprinciples/no-per-call-client'] });
  });
});

describe('next to eslint-plugin-yml', () => {
  it.each<Major>([9, 10])('reads its language on ESLint %i', (major) => {
    const project = new Project(major, { 'a.yaml': policy, [configFile]: byLanguage });
    expect(brief(project.lint('a.yaml').files['a.yaml'])).toEqual([finding]);
  });

  it.each([true, false])('keeps working, whichever comes first (ours first: %s)', (first) => {
    const project = new Project(10, { 'a.yaml': policy, [configFile]: besideYml(first) });
    expect(brief(project.lint('a.yaml').files['a.yaml'])).toEqual([finding]);
  });
});
