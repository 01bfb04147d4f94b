import { defineLibrary, type Action } from '../schema.js';
import { method } from '../shorthand.js';

const launch: Action = {
  roles: ['expensive-client', 'browser-automation'],
  returns: '#Browser',
  async: true,
  args: { options: '0' },
  resource: { cost: 'starts a browser process', singleton: 'yes', connects: 'spawns', perJob: true, close: ['close', 'disconnect'] },
};

export default defineLibrary({
  package: 'puppeteer',
  aliases: ['puppeteer-core', 'puppeteer-extra', 'rebrowser-puppeteer', 'rebrowser-puppeteer-core'],
  title: 'Puppeteer',
  roles: ['browser-automation'],
  checked: ['25.16.0'],
  evidence: 'd.ts',
  exports: {
    launch: { call: launch },
    connect: { call: { ...launch, resource: { ...launch.resource!, cost: 'connects to a browser', connects: 'construct' } } },
    use: { call: {} },
    Browser: { is: '#Browser' },
    BrowserContext: { is: '#Browser' },
    Page: { is: '#Page' },
  },
  types: {
    Browser: {
      members: {
        newPage: { call: { roles: ['browser-automation'], async: true, returns: '#Page' } },
        createBrowserContext: { call: { async: true, returns: '#Browser' } },
        createIncognitoBrowserContext: { call: { async: true, returns: '#Browser', versions: '<22' } },
      },
    },
    Page: { members: { 'goto|setContent|pdf|screenshot|waitForSelector|waitForNavigation|waitForNetworkIdle|evaluate|content': method('browser-automation') } },
  },
});
