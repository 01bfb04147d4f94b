import { useData, withBase } from 'vitepress';
import { computed, defineComponent, h } from 'vue';
import { data as examples } from './examples.data.js';

/** On a rule's page, the way to its example in the playground. */
export const TryIt = defineComponent({
  name: 'TryIt',
  setup() {
    const { page } = useData();
    const rule = computed(() => /^rules\/([\w-]+)\.md$/u.exec(page.value.relativePath)?.[1]);
    return () => (rule.value && examples.includes(rule.value)
      ? h('p', { class: 'try-it' }, h('a', { href: withBase(`/playground.html#rule=${rule.value}`) }, 'Try it in the playground'))
      : undefined);
  },
});
