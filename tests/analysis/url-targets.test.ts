import { describe, expect, it } from 'vitest';
import { isClusterHost, isAllowedHost, isProbePath } from '../../src/analysis/internal-hosts.js';
import { isLoopback, urlTarget, type UrlTarget } from '../../src/analysis/url-targets.js';
import { nodeOf, sourceOf } from '../helpers/source.js';

/** The target of the first argument of `call(...)`. */
function targetOf(code: string, addressed = false): UrlTarget {
  const source = sourceOf(code);
  return urlTarget(source, nodeOf(source, 'CallExpression', 'call(').arguments[0]!, undefined, addressed);
}

function told(code: string): string {
  const { from, scheme, hostPattern, port, path, relative } = targetOf(code);
  return [from, scheme, hostPattern, port, path, relative ? 'relative' : undefined].map((part) => part ?? '-').join(' ');
}

describe('urlTarget', () => {
  it.each([
    [`call('https://API.example.com/users?a=1')`, 'literal https api.example.com - /users?a=1 -'],
    [`call('http://user:secret@a.example:8080')`, 'literal http a.example 8080 - -'],
    [`call('http://[::1]:3000/x')`, 'literal http [::1] 3000 /x -'],
    ['call(`http://users:3000/${id}`)', 'template http users 3000 /* -'],
    ['call(`http://${name}.shop.svc/${id}`)', 'template http *.shop.svc - /* -'],
    ['call(`http://${host}/x`)', '- http - - /x -'],
    [`const A = 'http://users:3000'; call(A + '/x')`, 'constant http users 3000 /x -'],
    [`const A = process.env.A || 'http://users:3000'; call(A + '/x')`, 'default http users 3000 /x -'],
    [`const { A = 'http://users:3000' } = process.env; call(A)`, 'default http users 3000 - -'],
    [`call(config.get('A', 'http://users:3000'))`, 'default http users 3000 - -'],
    [`call(new URL('/x', 'http://users:3000').href)`, 'literal http users 3000 /x -'],
    [`const u = new URL('http://users:3000'); call(u.toString())`, 'constant http users 3000 - -'],
    [`call({ hostname: 'users', port: 3000, path: '/x' })`, 'literal - users 3000 /x -'],
    [`call('/api/users')`, 'literal - - - /api/users relative'],
    ['call(`${base}/users`)', '- - - - /users -'],
    ['call(url)', '- - - - - -'],
    [`call(a && 'http://users:3000')`, '- - - - - -'],
    [`let a = 'http://users:3000'; a = other(); call(a)`, '- - - - - -'],
  ])('%s', (code, expected) => expect(told(code)).toBe(expected));

  it('reads addresses without a scheme where they are meant', () => {
    expect(targetOf(`call('users:50051')`, true)).toMatchObject({ host: 'users', port: '50051' });
  });

  it('follows a field that one place sets, not one that two do', () => {
    const once = `class A { base: string; constructor() { this.base = process.env.B ?? 'http://users:3000'; } f() { call(this.base); } }`;
    expect(told(once)).toBe('default http users 3000 - -');
    expect(told(once.replace('f() {', `g() { this.base = ''; } f() {`))).toBe('- - - - - -');
  });

  it('ends on constants that need each other', () => {
    expect(told('const a = b + "/x"; const b = a + "/y"; call(a)')).toContain('-');
  });
});

describe('hosts', () => {
  const cluster = (url: string) => isClusterHost(targetOf(`call('${url}')`));

  it.each(['http://users:3000', 'http://users.shop.svc', 'http://users.shop.svc.cluster.local:80', 'http://billing.internal'])('%s is in the cluster', (url) => expect(cluster(url)).toBe(true));
  it.each(['http://users', 'http://a.example:3000', 'http://localhost:3000', 'http://10.0.0.1:80', 'http://host.docker.internal:1', 'http://metadata.google.internal', 'http://ip-10-0-0-1.ec2.compute.internal'])(
    '%s is not', (url) => expect(cluster(url)).toBe(false));

  it('knows this machine, but not a default that configuration replaces', () => {
    expect(isLoopback(targetOf(`call('http://localhost:3000')`))).toBe(true);
    expect(isLoopback(targetOf(`call(process.env.A ?? 'http://localhost:3000')`))).toBe(false);
  });

  it('compares hosts with names, ports and globs', () => {
    const target = targetOf(`call('http://users.shop.svc:3000')`);
    expect(isAllowedHost(['users.shop.svc:3000'], target)).toBe(true);
    expect(isAllowedHost(['*.SVC'], target)).toBe(true);
    expect(isAllowedHost(['users', '*:4000'], target)).toBe(false);
  });

  it('knows the paths of probes', () => {
    expect(['/healthz', '/api/health?full=1', '/ready', '/-/ready'].every(isProbePath)).toBe(true);
    expect(['/users', '/healthy-food', undefined].some(isProbePath)).toBe(false);
  });
});
