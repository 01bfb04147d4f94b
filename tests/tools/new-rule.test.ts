import { afterAll, describe, expect, it } from 'vitest';
import { TemporaryProject } from './project.js';

const project = new TemporaryProject();
afterAll(() => project.remove());

describe('new-rule', () => {
  it('refuses names, principles and arguments that cannot be', () => {
    const refused = (...args: string[]) => {
      const { status, output } = project.run('tsx', 'tools/new-rule.ts', ...args);
      expect(status).toBe(1);
      return output;
    };
    expect(refused('no-example')).toContain('Usage');
    expect(refused('NoExample', 'P015')).toContain('no rule name');
    expect(refused('no-example', 'P999')).toContain('no principle P999');
    expect(refused('no-per-call-client', 'P012')).toContain('already');
  });

  it('writes a rule that is registered and documented', () => {
    const { status, output } = project.run('tsx', 'tools/new-rule.ts', 'no-example', 'p015');
    expect(status, output).toBe(0);
    expect(project.read('src/generated/rules.ts')).toContain("'no-example': noExample");
    expect(project.read('docs/rules/README.md')).toContain('(no-example.md)');
    expect(project.read('src/rules/p015-cqrs/no-example.ts')).toContain("principle: 'P015'");
  });

  it('writes a rule that type-checks and leaves nothing for gen to do', () => {
    project.write('tsconfig.new.json', '{ "extends": "./tsconfig.json", "include": ["src", "tests/helpers", "tests/rules/no-example.test.ts"] }');
    const types = project.run('tsc', '--noEmit', '-p', 'tsconfig.new.json');
    expect(types.output).toBe('');
    expect(types.status).toBe(0);
    expect(project.run('tsx', 'tools/gen.ts', '--check')).toEqual({ status: 0, output: '' });
  });

  it('writes a rule whose test, page and facts pass', () => {
    const { status, output } = project.run('vitest', 'run', 'tests/rules/no-example.test.ts', 'tests/docs/rule-pages.test.ts', 'tests/meta', '-t', 'no-example', '--reporter=json');
    const report = JSON.parse(output.slice(output.indexOf('{"'))) as {
      numPassedTests: number;
      testResults: { name: string; message: string; status: string; assertionResults: { status: string; fullName: string }[] }[];
    };
    expect(report.testResults.flatMap(({ assertionResults }) => assertionResults).filter((result) => result.status === 'failed')).toEqual([]);
    expect(report.testResults.filter((file) => file.status === 'failed').map(({ name, message }) => ({ name, message }))).toEqual([]);
    expect(status).toBe(0);
    // Its own cases, its page's sections and examples, and what the meta test asks of each rule.
    expect(report.numPassedTests).toBeGreaterThan(20);
  });

  it('puts rules of one principle into one folder, and those of a pattern into a folder of its name', () => {
    expect(project.run('tsx', 'tools/new-rule.ts', 'require-example', 'P015').status).toBe(0);
    expect(project.read('src/rules/p015-cqrs/require-example.ts')).toContain("name: 'require-example'");
    expect(project.run('tsx', 'tools/new-rule.ts', 'prefer-example', 'sharding').status).toBe(0);
    expect(project.read('src/rules/sharding/prefer-example.ts')).toContain("principle: 'sharding'");
  });
});

describe('gen --check', () => {
  it('names what is out of date, fails and writes nothing', () => {
    const index = project.read('docs/rules/README.md');
    const edited = index.replace('# Rules', '# Rulez');
    project.write('docs/rules/README.md', edited);
    const { status, output } = project.run('tsx', 'tools/gen.ts', '--check');
    expect(status).toBe(1);
    expect(output).toBe('docs/rules/README.md is out of date: run `npm run gen`.\n');
    expect(project.read('docs/rules/README.md')).toBe(edited);

    expect(project.run('tsx', 'tools/gen.ts')).toEqual({ status: 0, output: 'wrote docs/rules/README.md\n' });
    expect(project.read('docs/rules/README.md')).toBe(index);
  });

  it('fails on a page without a rule', () => {
    project.write('docs/rules/no-such-rule.md', '# no-such-rule\n');
    const { status, output } = project.run('tsx', 'tools/gen.ts', '--check');
    expect(status).toBe(1);
    expect(output).toContain('docs/rules/no-such-rule.md documents no rule.');
  });
});
