import { defineLibrary, type Action } from '../schema.js';
import { method } from '../shorthand.js';

const launch: Action = {
  roles: ['expensive-client', 'browser-automation'],
  returns: '#Browser',
  async: true,
  args: { options: 'last' },
  resource: { cost: 'starts a browser process', singleton: 'yes', connects: 'spawns', perJob: true, close: ['close'] },
};

export default defineLibrary({
  package: 'playwright',
  aliases: ['playwright-core', 'patchright', 'rebrowser-playwright'],
  title: 'Playwright',
  roles: ['browser-automation'],
  checked: ['1.65.1'],
  evidence: 'd.ts',
  exports: {
    'chromium|firefox|webkit': {
      members: {
        'launch|launchPersistentContext': { call: launch },
        'connect|connectOverCDP': { call: { ...launch, resource: { ...launch.resource!, cost: 'connects to a browser', connects: 'construct' } } },
      },
    },
    'Browser|BrowserContext': { is: '#Browser' },
    Page: { is: '#Page' },
  },
  types: {
    Browser: {
      members: {
        newContext: { call: { async: true, returns: '#Browser' } },
        newPage: { call: { roles: ['browser-automation'], async: true, returns: '#Page' } },
      },
    },
    Page: { members: { 'goto|setContent|pdf|screenshot|waitForSelector|waitForURL|waitForLoadState|evaluate|content': method('browser-automation') } },
  },
});
