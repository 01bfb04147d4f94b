import { defineLibrary } from '../schema.js';
import { method } from '../shorthand.js';

export default defineLibrary({
  package: 'puppeteer-cluster',
  title: 'puppeteer-cluster',
  roles: ['browser-automation'],
  checked: ['0.25.0'],
  evidence: 'd.ts',
  exports: {
    Cluster: {
      is: '#Cluster',
      members: {
        launch: {
          call: {
            roles: ['expensive-client', 'browser-automation'],
            returns: '#Cluster',
            async: true,
            args: { options: '0' },
            resource: { cost: 'starts browser processes', singleton: 'yes', connects: 'spawns', perJob: true, close: ['close'] },
          },
        },
      },
    },
  },
  types: { Cluster: { members: { 'execute|queue|idle|task': method('browser-automation') } } },
});
