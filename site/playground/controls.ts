import { element, fillSelect, labelled } from './dom.js';
import { languageOf, type Language } from './files.js';
import type { Offer, Override, RuleInfo } from './protocol.js';
import type { State } from './state.js';

/** What the controls tell the playground. */
export interface Listeners {
  /** Rules that have an example. */
  examples: readonly string[];
  onExample(rule: string): void;
  onFile(file: string): void;
  onLanguage(language: Language): void;
  onConfig(config: Partial<Pick<State, 'overrides' | 'preset' | 'settings'>>): void;
  onFixAll(suggestions: boolean): void;
  onShare(): void;
  rulePage(rule: string): string;
}

/** Everything around the editor. */
export interface Controls {
  toolbar: HTMLElement;
  status: HTMLElement;
  rules: HTMLElement;
  settings: HTMLElement;
  /** Shows what the plugin has; until then presets and rules are empty. */
  offer(offer: Offer): void;
  show(state: State): void;
  say(text: string): void;
}

const languages: readonly { value: Language; text: string }[] = [
  { value: 'typescript', text: 'TypeScript' },
  { value: 'javascript', text: 'JavaScript' },
  { value: 'yaml', text: 'YAML' },
];

export function createControls(listeners: Listeners): Controls {
  let offered: Offer = { rules: [], presets: [] };
  let shown: State | undefined;

  const example = element('select', { 'data-control': 'example', change: () => example.value && listeners.onExample(example.value) });
  fillSelect(example, [{ value: '', text: 'Choose …' }, ...listeners.examples.map((rule) => ({ value: rule, text: rule }))], '');
  const language = element('select', { 'data-control': 'language', change: () => listeners.onLanguage(language.value as Language) });
  const file = element('input', { type: 'text', spellcheck: 'false', 'data-control': 'file', change: () => listeners.onFile(file.value.trim() || 'src/example.ts') });
  const preset = element('select', { 'data-control': 'preset', change: () => {
    // What was changed by hand belonged to the preset before.
    listeners.onConfig({ preset: preset.value, overrides: {} });
    if (shown) show({ ...shown, preset: preset.value, overrides: {} });
  } });
  const toolbar = element('div', { class: 'ap-toolbar', role: 'group', 'aria-label': 'What is linted' },
    labelled('Example', example), labelled('File', file), labelled('Language', language), labelled('Preset', preset),
    element('div', { class: 'ap-buttons' },
      element('button', { type: 'button', 'data-control': 'fix-all', click: () => listeners.onFixAll(false) }, 'Fix all'),
      element('button', { type: 'button', 'data-control': 'suggest-all', title: 'As with applySuggestions: true', click: () => listeners.onFixAll(true) }, 'Fix all, with suggestions'),
      element('button', { type: 'button', 'data-control': 'share', click: () => listeners.onShare() }, 'Share')),
  );

  const status = element('p', { class: 'ap-status', role: 'status' }, 'Loading the linter …');
  const ruleList = element('ul', { class: 'ap-rules' });
  const rules = element('details', { 'data-control': 'rules' }, element('summary', {}, 'Rules'), ruleList);
  const json = element('textarea', { rows: '8', spellcheck: 'false', 'data-control': 'settings', placeholder: '{ "agents": ["askModel"] }', change: () => listeners.onConfig({ settings: json.value }) });
  const settings = element('details', {}, element('summary', {}, 'Settings'), labelled('settings.archprinciples, as JSON', json));

  function ruleItem({ name, description, fix }: RuleInfo, state: State): HTMLLIElement {
    const inPreset = offered.presets.find((candidate) => candidate.name === state.preset)?.rules[name] ?? 'off';
    const severity = element('select', { 'aria-label': `Severity of ${name}`, change: () => {
      const value = severity.value as Override;
      const { [name]: _, ...rest } = shown?.overrides ?? {};
      const overrides = value === inPreset ? rest : { ...rest, [name]: value };
      if (shown) shown = { ...shown, overrides };
      listeners.onConfig({ overrides });
    } });
    fillSelect(severity, ['off', 'warn', 'error'].map((value) => ({ value, text: value })), state.overrides[name] ?? inPreset);
    const mark = fix === 'fix' ? ' 🔧' : fix === 'suggestion' ? ' 💡' : '';
    return element('li', {}, severity, element('span', {}, element('a', { href: listeners.rulePage(name), target: '_blank', rel: 'noopener' }, name), `${mark} ${description}`));
  }

  function show(state: State): void {
    shown = state;
    const own = languageOf(state.file) === 'yaml' ? 'yaml' : 'code';
    file.value = state.file;
    fillSelect(language, languages, languageOf(state.file));
    fillSelect(preset, offered.presets.filter((candidate) => candidate.language === own).map(({ name }) => ({ value: name, text: name })), state.preset);
    ruleList.replaceChildren(...offered.rules.filter((rule) => rule.language === own).map((rule) => ruleItem(rule, state)));
    json.value = state.settings;
  }

  return { toolbar, status, rules, settings, offer: (offer) => void (offered = offer), show, say: (text) => void (status.textContent = text) };
}
