import { defineLibrary, type Entity } from '../schema.js';

const packs = (name: string): Entity => ({ call: { roles: ['blocking'], blocking: { does: 'compresses the whole input', size: '0', twin: { name, promisify: true } } } });
const since = (versions: string, { call }: Entity): Entity => ({ call: { ...call, versions } });
const unpacks = (name: string): Entity => ({ call: { roles: ['blocking'], blocking: { does: 'decompresses the whole input', twin: { name, promisify: true } } } });

export default defineLibrary({
  package: 'node:zlib',
  title: 'Node zlib',
  checked: ['20.20.2', '24.21.0'],
  evidence: 'export listing; tsc: the promisified forms take and give the same types',
  exports: {
    gzipSync: packs('gzip'),
    deflateSync: packs('deflate'),
    deflateRawSync: packs('deflateRaw'),
    brotliCompressSync: packs('brotliCompress'),
    zstdCompressSync: since('>=22.15', packs('zstdCompress')),
    gunzipSync: unpacks('gunzip'),
    inflateSync: unpacks('inflate'),
    inflateRawSync: unpacks('inflateRaw'),
    unzipSync: unpacks('unzip'),
    brotliDecompressSync: unpacks('brotliDecompress'),
    zstdDecompressSync: since('>=22.15', unpacks('zstdDecompress')),
  },
});
