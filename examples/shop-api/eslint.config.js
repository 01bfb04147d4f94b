import archprinciples from 'eslint-plugin-archprinciples';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig([
  {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser },
    plugins: { archprinciples },
    extends: ['archprinciples/recommended'],
  },
]);
