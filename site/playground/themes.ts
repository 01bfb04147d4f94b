import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { oneDarkTheme } from '@codemirror/theme-one-dark';
import { tags } from '@lezer/highlight';

/** Colours of code. The usual highlight styles have some that are too faint to read for many; these have a contrast of 4.5 and more. */
interface Palette {
  keyword: string;
  text: string;
  comment: string;
  constant: string;
  type: string;
  name: string;
}

const light: Palette = { keyword: '#7b1fa2', text: '#a31515', comment: '#57606a', constant: '#0b6e4f', type: '#00646e', name: '#0b4f9e' };
const dark: Palette = { keyword: '#dba8ea', text: '#a9d18e', comment: '#aab2bf', constant: '#e5b77f', type: '#e8cf8e', name: '#93c7f6' };

function highlighting({ keyword, text, comment, constant, type, name }: Palette): Extension {
  return syntaxHighlighting(HighlightStyle.define([
    { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: keyword },
    { tag: [tags.string, tags.special(tags.string), tags.regexp], color: text },
    { tag: tags.comment, color: comment, fontStyle: 'italic' },
    { tag: [tags.number, tags.bool, tags.null, tags.atom], color: constant },
    { tag: [tags.typeName, tags.className, tags.namespace], color: type },
    { tag: [tags.propertyName, tags.function(tags.variableName), tags.definition(tags.variableName)], color: name },
    { tag: tags.invalid, textDecoration: 'underline' },
  ]));
}

export const lightTheme: Extension = highlighting(light);
export const darkTheme: Extension = [oneDarkTheme, highlighting(dark)];
