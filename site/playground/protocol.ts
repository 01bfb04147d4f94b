import type { ArchPrinciplesSettings } from '../../src/settings.js';

/** A rule's severity where the user has changed what the preset says. */
export type Override = 'off' | 'warn' | 'error';

/** What is linted, and how. */
export interface LintInput {
  code: string;
  /** Relative path; its ending says what language it is. */
  file: string;
  preset: string;
  /** By rule name without the plugin's prefix. */
  overrides: Readonly<Record<string, Override>>;
  settings: ArchPrinciplesSettings;
}

/** A replacement of the text from one offset to another. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** What a rule reports, with offsets into the text. */
export interface Finding {
  /** Without the plugin's prefix; undefined for a text that does not parse. */
  rule?: string | undefined;
  message: string;
  severity: 'error' | 'warning';
  from: number;
  to: number;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  fix?: Edit | undefined;
  suggestions: readonly { title: string; edit: Edit }[];
}

/** A rule as the list of rules shows it. */
export interface RuleInfo {
  name: string;
  description: string;
  language: 'code' | 'yaml';
  fix: 'fix' | 'suggestion' | null;
}

/** A preset with the rules it turns on, by name without the plugin's prefix. */
export interface PresetInfo {
  name: string;
  language: 'code' | 'yaml';
  rules: Readonly<Record<string, Exclude<Override, 'off'>>>;
}

/** What the plugin offers. */
export interface Offer {
  rules: readonly RuleInfo[];
  presets: readonly PresetInfo[];
}

/** What the page may ask the worker. */
export interface Calls {
  offer(): Offer;
  lint(input: LintInput): Finding[];
  /** The text after `eslint --fix`, with suggestions promoted to fixes if asked. */
  fixAll(input: LintInput, suggestions: boolean): string;
}

export interface Request<Name extends keyof Calls = keyof Calls> {
  id: number;
  name: Name;
  parameters: Parameters<Calls[Name]>;
}

export type Response = { id: number; result: unknown } | { id: number; error: string };
