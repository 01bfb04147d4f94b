import examples from 'virtual:examples';
import { startWorker } from './client.js';
import { createControls } from './controls.js';
import { element } from './dom.js';
import { createEditor } from './editor.js';
import { languageOf, renamedTo, type Language } from './files.js';
import { diagnosticOf, findingItem, type FindingActions } from './findings.js';
import type { ArchPrinciplesSettings } from '../../src/settings.js';
import type { LintInput, Offer } from './protocol.js';
import { fromHash, toHash, type State } from './state.js';
import styles from './style.css?inline';

/** What the page around the playground knows. */
export interface Surroundings {
  /** Address of a rule's page. */
  rulePage(rule: string): string;
  dark: boolean;
}

/** A playground on a page. */
export interface Playground {
  setDark(dark: boolean): void;
  destroy(): void;
}

const start = 'no-per-call-client';

/** The widest preset of a language: what somebody tries here shall be found. */
function widest(language: Language): string {
  return language === 'yaml' ? 'manifests-strict' : 'all';
}

function stateOfExample(rule: string): State | undefined {
  const example = examples.find((candidate) => candidate.rule === rule);
  return example && {
    code: example.code,
    file: example.file,
    preset: widest(languageOf(example.file)),
    overrides: {},
    settings: example.settings ? JSON.stringify(example.settings, undefined, 2) : '',
  };
}

/** `#rule=name` is the example of a rule, any other hash a share link. */
async function stateOfAddress(): Promise<State | undefined> {
  const rule = /^#rule=([\w-]+)$/u.exec(location.hash)?.[1];
  return rule ? stateOfExample(rule) : fromHash(location.hash);
}

/** Puts the playground into an element that is on the page. */
export async function mount(parent: HTMLElement, { rulePage, dark }: Surroundings): Promise<Playground> {
  let state: State = (await stateOfAddress()) ?? stateOfExample(start)!;
  let lintedText = '';
  const { client, stop } = startWorker((reason) => controls.say(reason));

  const controls = createControls({
    examples: examples.map(({ rule }) => rule),
    onExample: (rule) => load(stateOfExample(rule) ?? state),
    onFile: (file) => load({ ...state, file, preset: presetFor(file), code: editor.text() }),
    onLanguage: (language) => {
      const file = renamedTo(state.file, language);
      load({ ...state, file, preset: presetFor(file), code: editor.text() });
    },
    onConfig: (config) => {
      state = { ...state, ...config };
      editor.relint();
    },
    onFixAll: (suggestions) => void fixAll(suggestions),
    onShare: () => void share(),
    rulePage,
  });
  const place = element('div', { class: 'ap-editor' });
  const list = element('ol', { class: 'ap-findings' });
  const root = element('div', { class: 'ap-playground', 'data-state': 'loading' },
    element('style', {}, styles),
    controls.toolbar, place,
    element('section', { 'aria-label': 'Findings' }, controls.status, list),
    controls.rules, controls.settings,
  );
  parent.replaceChildren(root);

  const editor = createEditor(place, async (text) => {
    const input = inputOf(text);
    if (!input) return [];
    root.dataset.state = 'linting';
    const findings = await client.lint(input).catch((error: Error) => {
      controls.say(`ESLint failed: ${error.message}`);
      return undefined;
    });
    if (!findings) return [];
    lintedText = text;
    list.replaceChildren(...findings.map((finding) => findingItem(finding, actions)));
    controls.say(findings.length === 0 ? 'No findings.' : `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}.`);
    // Milliseconds since the page was asked for.
    root.dataset.firstLint ??= String(Math.round(performance.now()));
    // What the findings are of.
    root.dataset.lintedText = text;
    root.dataset.state = 'linted';
    return findings.map((finding) => diagnosticOf(finding, actions));
  });

  const actions: FindingActions = {
    rulePage,
    // An edit holds for the text that was linted; after a change its places are others.
    apply: (edit) => (editor.text() === lintedText ? editor.apply(edit) : editor.relint()),
    goTo: (offset) => editor.goTo(offset),
  };

  function presetFor(file: string): string {
    const language = languageOf(file);
    return (language === 'yaml') === (languageOf(state.file) === 'yaml') ? state.preset : widest(language);
  }

  function load(next: State): void {
    state = next;
    if (editor.text() !== next.code) editor.replace(next.code);
    editor.setFile(next.file);
    controls.show(next);
    editor.relint();
  }

  function inputOf(code: string): LintInput | undefined {
    try {
      const settings = (state.settings.trim() ? JSON.parse(state.settings) : {}) as ArchPrinciplesSettings;
      return { code, file: state.file, preset: state.preset, overrides: state.overrides, settings };
    } catch (error) {
      controls.say(`The settings are no JSON: ${(error as Error).message}`);
      return undefined;
    }
  }

  async function fixAll(suggestions: boolean): Promise<void> {
    const text = editor.text();
    const input = inputOf(text);
    if (!input) return;
    const fixed = await client.fixAll(input, suggestions);
    // Whoever typed meanwhile keeps what they typed.
    if (editor.text() !== text) return;
    if (fixed === text) controls.say('Nothing to fix.');
    else editor.replace(fixed);
  }

  async function share(): Promise<void> {
    history.replaceState(history.state, '', `#${await toHash({ ...state, code: editor.text() })}`);
    try {
      await navigator.clipboard.writeText(location.href);
      controls.say('The link is in the clipboard and in the address bar.');
    } catch {
      controls.say('The link is in the address bar.');
    }
  }

  const onHashChange = () => void stateOfAddress().then((next) => next && load(next));
  addEventListener('hashchange', onHashChange);
  editor.setDark(dark);
  root.classList.toggle('ap-dark', dark);
  load(state);
  client.offer().then((offer: Offer) => {
    controls.offer(offer);
    controls.show(state);
  }, (error: Error) => controls.say(error.message));

  return {
    setDark: (dark) => {
      editor.setDark(dark);
      root.classList.toggle('ap-dark', dark);
    },
    destroy: () => {
      removeEventListener('hashchange', onHashChange);
      editor.destroy();
      stop();
      root.remove();
    },
  };
}
