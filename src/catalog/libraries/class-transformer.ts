import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'class-transformer',
  title: 'class-transformer',
  checked: ['0.5.1'],
  evidence: 'export listing: it makes instances, and checks nothing',
  exports: { 'plainToInstance|plainToClass|instanceToPlain|classToPlain|instanceToInstance': call('pure') },
});
