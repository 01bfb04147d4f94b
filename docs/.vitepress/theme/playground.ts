import { useData, withBase } from 'vitepress';
import { defineComponent, h, onBeforeUnmount, onMounted, ref, watch } from 'vue';
import type { Playground as Mounted, Surroundings } from '../../../site/playground/main.js';

/** The playground's place on its page. The playground itself is a build of its own, loaded when the page is open. */
export const Playground = defineComponent({
  name: 'Playground',
  setup() {
    const place = ref<HTMLElement>();
    const failure = ref('');
    const { isDark } = useData();
    let mounted: Mounted | undefined;
    let gone = false;

    onMounted(async () => {
      try {
        const address = new URL(withBase('/playground/playground.js'), location.href).href;
        const { mount } = (await import(/* @vite-ignore */ address)) as { mount(parent: HTMLElement, surroundings: Surroundings): Promise<Mounted> };
        if (gone) return;
        mounted = await mount(place.value!, { rulePage: (rule) => withBase(`/rules/${rule}.html`), dark: isDark.value });
        if (gone) mounted.destroy();
        else mounted.setDark(isDark.value);
      } catch (error) {
        failure.value = `The playground could not be loaded: ${String(error)}`;
      }
    });
    watch(isDark, (dark) => mounted?.setDark(dark));
    onBeforeUnmount(() => {
      gone = true;
      mounted?.destroy();
    });
    return () => h('div', [failure.value ? h('p', { role: 'alert' }, failure.value) : h('div', { ref: place }, 'Loading the editor …')]);
  },
});
