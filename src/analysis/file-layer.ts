import { contextOf } from './context.js';
import { inGroup, relativePath } from './files.js';
import { defineService, type SourceCode } from './service.js';

/**
 * Which layer a file is in, by its path: the domain, or the services above it (`settings.archprinciples.files`). A folder or
 * file name nearer to the file says more than one further out: `services/billing/src/routes/invoice.ts` is a route of a
 * service, and `domain/users/users.controller.ts` a controller.
 * Does not see: layers that are told by package boundaries or build configuration only.
 */
export type FileLayer = 'domain' | 'service';

/** See above; `undefined` for every other file. */
export const fileLayer = defineService((source: SourceCode): FileLayer | undefined => {
  const layer = inGroup(source, 'domain') ? 'domain' : inGroup(source, 'services') ? 'service' : undefined;
  return layer && !isOutside(source) ? layer : undefined;
});

/** Folders of layers, and of packages, further out than services and domain. */
const outerFolder = /^(?:src|lib|apps?|api|web|http|rest|rpc|graphql|controllers?|routes?|routers?|resolvers?|handlers?|middlewares?|adapters?|infra|infrastructure|persistence|database|db|presentation|transports?|gateways?|guards?|interceptors?|pipes?|filters?|strategies|plugins|pages|views?|ui|components|client|clients|providers|jobs|workers?|consumers?|listeners?|subscribers?|commands?|queries|models?|schemas?|mappers?|dtos?)$/iu;
const outerFile = /[._-](?:controller|route|routes|router|resolver|handler|middleware|guard|interceptor|pipe|filter|strategy|gateway|adapter|module|config|model|schema|mapper|dto|provider|client|repository|repo|dao|worker|job|consumer|listener|subscriber|plugin)s?\.[cm]?[jt]sx?$|(?:Controller|Routes?|Router|Resolver|Handler|Middleware|Guard|Interceptor|Strategy|Gateway|Adapter|Module|Schema|Mapper|Dto|Repository|Repo|Dao|Worker|Consumer|Plugin)\.[cm]?[jt]sx?$/u;
const innerFolder = /^(?:domain|entities|services?|use-?cases)$/iu;

function isOutside(source: SourceCode): boolean {
  const { filename, cwd } = contextOf(source);
  const folders = relativePath(filename, cwd).split('/');
  const file = folders.pop() ?? '';
  const inner = folders.map((folder) => innerFolder.test(folder)).lastIndexOf(true);
  return outerFile.test(file) || (inner !== -1 && folders.slice(inner + 1).some((folder) => outerFolder.test(folder)));
}
