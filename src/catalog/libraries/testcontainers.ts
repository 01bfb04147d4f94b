import { defineLibrary } from '../schema.js';
import { call } from '../shorthand.js';

export default defineLibrary({
  package: 'testcontainers',
  title: 'Testcontainers',
  roles: ['test'],
  checked: ['12.2.0'],
  evidence: 'd.ts',
  exports: { GenericContainer: { new: { roles: ['test'] } }, 'Network|DockerComposeEnvironment': { new: { roles: ['test'] } }, getContainerRuntimeClient: call('test') },
});
