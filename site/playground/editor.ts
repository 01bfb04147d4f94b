import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { forceLinting, linter, lintGutter, lintKeymap, type Diagnostic } from '@codemirror/lint';
import { Compartment, EditorState, StateEffect, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { hasJsx, languageOf } from './files.js';
import type { Edit } from './protocol.js';
import { darkTheme, lightTheme } from './themes.js';

/** The text editor, as the playground sees it. */
export interface Editor {
  text(): string;
  /** Replaces the whole text, as one step that can be undone. */
  replace(text: string): void;
  apply(edit: Edit): void;
  /** Moves the cursor to a place and the focus into the editor. */
  goTo(offset: number): void;
  setFile(file: string): void;
  setDark(dark: boolean): void;
  /** Lints at once, for a change that is not one of the text. */
  relint(): void;
  destroy(): void;
}

const changed = StateEffect.define<null>();

/**
 * @param lint says what is wrong with a text; it is asked a moment after the last change.
 */
export function createEditor(parent: HTMLElement, lint: (text: string) => Promise<readonly Diagnostic[]>): Editor {
  const language = new Compartment();
  const theme = new Compartment();
  const view = new EditorView({
    parent,
    state: EditorState.create({
      extensions: [
        lineNumbers(), lintGutter(), history(), drawSelection(), indentOnInput(), bracketMatching(), highlightActiveLine(),
        keymap.of([...lintKeymap, ...defaultKeymap, ...historyKeymap]),
        linter((view) => lint(view.state.doc.toString()), {
          delay: 250,
          needsRefresh: (update) => update.transactions.some(({ effects }) => effects.some((effect) => effect.is(changed))),
        }),
        EditorView.contentAttributes.of({ 'aria-label': 'Code' }),
        EditorView.lineWrapping,
        language.of([]),
        theme.of(lightTheme),
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    replace: (text) => view.dispatch({ changes: difference(view.state.doc.toString(), text) }),
    apply: ({ from, to, text }) => view.dispatch({ changes: { from, to, insert: text } }),
    goTo: (offset) => {
      view.dispatch({ selection: { anchor: Math.min(offset, view.state.doc.length) }, scrollIntoView: true });
      view.focus();
    },
    setFile: (file) => view.dispatch({ effects: language.reconfigure(supportOf(file)) }),
    setDark: (dark) => view.dispatch({ effects: theme.reconfigure(dark ? darkTheme : lightTheme) }),
    relint: () => {
      view.dispatch({ effects: changed.of(null) });
      forceLinting(view);
    },
    destroy: () => view.destroy(),
  };
}

function supportOf(file: string): Extension {
  const language = languageOf(file);
  return language === 'yaml' ? yaml() : javascript({ typescript: language === 'typescript', jsx: hasJsx(file) });
}

/** What differs between two texts as one change, so that the cursor stays where it is. */
function difference(before: string, after: string): { from: number; to: number; insert: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}
