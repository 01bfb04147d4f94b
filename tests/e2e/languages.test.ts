import { describe, expect, it } from 'vitest';
import { brief, Project, type Major } from './project.js';
import { files, javascript } from './sources.js';

const documents = {
  'data.json': '{ "redis": "ioredis" }\n',
  'README.md': `# Shop\n\n\`\`\`js\n${javascript}\`\`\`\n`,
};
const config = (markdown: string) => `import json from "@eslint/json";
import markdown from "@eslint/markdown";
import * as parser from "@typescript-eslint/parser";
import plugin from "eslint-plugin-archprinciples";
export default [
  { files: ["**/*.ts"], languageOptions: { parser } },
  plugin.configs["flat/all"],
  { files: ["**/*.json"], plugins: { json }, language: "json/json" },
  ${markdown}
];
`;
const finding = 'error archprinciples/no-per-call-client';

// ESLint 8 has no languages.
describe.each<Major>([9, 10])('next to other languages on ESLint %i', (major) => {
  it('is silent on JSON and Markdown and judges the code', () => {
    const gfm = '{ files: ["**/*.md"], plugins: { markdown }, language: "markdown/gfm" }';
    const { files: found } = new Project(major, { ...files, ...documents, 'eslint.config.mjs': config(gfm) }).lint('.');
    expect(Object.fromEntries(Object.entries(found).map(([name, messages]) => [name, brief(messages)]))).toEqual({
      'data.json': [], 'README.md': [], 'eslint.config.mjs': [], 'package.json': [], 'src/a.ts': [`4:17 ${finding}`], 'src/b.js': [`4:17 ${finding}`], 'src/c.cjs': [`4:17 ${finding}`],
    });
  });

  it('judges code blocks of Markdown, and a fix leaves the document whole', () => {
    const project = new Project(major, { ...documents, 'eslint.config.mjs': config('...markdown.configs.processor') });
    expect(brief(project.lint('README.md').files['README.md'])).toEqual([`7:17 ${finding}`]);
    project.eslint('--fix', 'README.md');
    expect(project.read('README.md')).toMatch(/^# Shop\n\n```js\nimport Redis from 'ioredis';\n[^]*\n```\n$/u);
    expect(project.lint('README.md').files['README.md']?.filter((message) => message.fatal)).toEqual([]);
  });
});
