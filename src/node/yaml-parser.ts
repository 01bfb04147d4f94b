import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type * as Parser from 'yaml-eslint-parser';
import { version } from '../../package.json';
import { isTemplate } from '../languages/yaml/documents.js';

const here = typeof __filename === 'string' ? __filename : fileURLToPath(import.meta.url);
const load = createRequire(here);
let kept: typeof Parser | undefined;

/** Loaded with the first YAML file: projects without one never pay for it. */
function parser(): typeof Parser {
  return (kept ??= load('yaml-eslint-parser') as typeof Parser);
}

/**
 * yaml-eslint-parser for ESLint's `parser`. A template that is no YAML before it is filled in (`{{- if .Values.x }}`) reads as
 * an empty file instead of a parse error; any other text that is no YAML is the error that it is.
 */
function parseForESLint(text: string, options?: unknown): ReturnType<typeof Parser.parseForESLint> {
  try {
    return parser().parseForESLint(text, options);
  } catch (error) {
    if (!isTemplate(text)) throw error;
    return parser().parseForESLint('', options);
  }
}

/** `meta` is what ESLint keys its cache by. */
export default { meta: { name: 'archprinciples/yaml', version }, parseForESLint };
