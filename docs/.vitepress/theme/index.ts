import type { Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme';
import { h } from 'vue';
import { Playground } from './playground.js';
import { TryIt } from './try-it.js';
import './style.css';

export default {
  extends: DefaultTheme,
  Layout: () => h(DefaultTheme.Layout, null, { 'doc-before': () => h(TryIt) }),
  enhanceApp: ({ app }) => {
    app.component('Playground', Playground);
  },
} satisfies Theme;
