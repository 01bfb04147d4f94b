/** Stands in for the bare `eslint`, which packages import for its classes' names alone; the playground lints with `eslint/universal`. */
class Unused {}

export { Unused as ESLint, Unused as FlatESLint, Unused as LegacyESLint, Unused as Linter, Unused as RuleTester, Unused as SourceCode };
export const builtinRules = new Map();
export default { ESLint: Unused, FlatESLint: Unused, LegacyESLint: Unused, Linter: Unused, RuleTester: Unused, SourceCode: Unused, builtinRules };
