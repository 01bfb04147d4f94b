/**
 * A made-up service of some 5,000 lines, for a scorecard with something on it: forty modules of one shape, some of which do what the
 * rules are about. It is linted, never run.
 */

const defects = {
  blocking: (type: string) => `
router.post('/signup', async (request, response) => {
  const password = bcrypt.hashSync(request.body.password, 12);
  response.status(201).json(await ${type}Service.create({ ...request.body, password }));
});
`,
  template: (type: string) => `
router.get('/:id/print', async (request, response) => {
  const template = readFileSync('./templates/${type}.html', 'utf8');
  const item = await ${type}Service.find(request.params.id);
  response.send(template.replace('{{title}}', item.title));
});
`,
  client: (type: string) => `
router.get('/:id/views', async (request, response) => {
  const cache = new Redis(process.env.REDIS_URL);
  const views = await cache.incr(\`${type}:\${request.params.id}:views\`);
  response.json({ views });
});
`,
  query: (type: string) => `
router.get('/latest', async (request, response) => {
  const { rows } = await pool.query('SELECT id, title FROM ${type}s ORDER BY created_at DESC LIMIT 20');
  response.json(rows);
});
`,
  mail: (type: string) => `
router.post('/:id/share', async (request, response) => {
  const item = await ${type}Service.find(request.params.id);
  await mailer.sendMail({ to: request.body.email, subject: item.title, text: 'Somebody shares this with you.' });
  response.status(204).end();
});
`,
  remote: (type: string) => `
router.get('/:id/rating', async (request, response) => {
  const answer = await fetch(\`https://ratings.example.com/${type}s/\${request.params.id}\`);
  response.json(await answer.json());
});
`,
  measured: (type: string) => `
router.get('/:id/probe', async (request, response) => {
  // eslint-disable-next-line archprinciples/no-per-call-client -- the probe measures how long connecting takes
  const probe = new Redis(process.env.REDIS_URL);
  response.json({ ${type}: await probe.ping() });
});
`,
} as const;

type Defect = keyof typeof defects;

const imports: Readonly<Record<Defect, string>> = {
  blocking: `import bcrypt from 'bcryptjs';`,
  template: `import { readFileSync } from 'node:fs';`,
  client: `import { Redis } from 'ioredis';`,
  query: `import { pool } from '../../db.js';`,
  mail: `import { mailer } from '../../mailer.js';`,
  remote: '',
  measured: `import { Redis } from 'ioredis';`,
};

/** Names of the modules, by folder. */
const areas: Readonly<Record<string, readonly string[]>> = {
  accounts: ['customer', 'seller', 'address', 'session', 'consent', 'avatar', 'preference'],
  catalog: ['product', 'category', 'review', 'brand', 'price', 'picture', 'variant', 'tag', 'bundle'],
  ordering: ['order', 'cart', 'coupon', 'wishlist', 'discount', 'quote', 'gift'],
  payments: ['payment', 'invoice', 'refund', 'payout', 'currency', 'tax', 'dispute'],
  shipping: ['parcel', 'carrier', 'warehouse', 'label', 'customs', 'pickup'],
  support: ['ticket', 'article', 'survey', 'macro'],
};

/** What goes wrong in the routes of some. */
const found: Readonly<Record<string, readonly Defect[]>> = {
  product: ['client', 'query', 'remote'],
  review: ['remote'],
  brand: ['measured'],
  order: ['query', 'mail'],
  coupon: ['client'],
  invoice: ['template'],
};

/** What has gone since, and what had not come yet. */
const earlier: Readonly<Record<string, readonly Defect[]>> = {
  ...found,
  invoice: [],
  customer: ['blocking', 'mail'],
  seller: ['blocking'],
  category: ['query', 'remote'],
  wishlist: ['client', 'query'],
  payment: ['remote'],
  refund: ['template', 'remote'],
  parcel: ['remote'],
  warehouse: ['query', 'client'],
};

/** The state of the service: as it is, or as it was when the trend begins. */
export type When = 'before' | 'now';

/** The files of the service, by path. */
export function marketplace(when: When): Record<string, string> {
  const files: Record<string, string> = {
    'package.json': '{ "name": "marketplace", "type": "module", "private": true }\n',
    'src/db.ts': `import { Pool } from 'pg';\n\nexport const pool = new Pool({ max: 20 });\n`,
    'src/mailer.ts': `import { createTransport } from 'nodemailer';\n\nexport const mailer = createTransport({ host: 'mail.example.com', pool: true });\n`,
  };
  for (const [area, names] of Object.entries(areas)) {
    for (const name of names) {
      const folder = `src/${area}/${name}`;
      files[`${folder}/routes.ts`] = routes(name, (when === 'now' ? found : earlier)[name] ?? []);
      files[`${folder}/service.ts`] = service(name);
      files[`${folder}/repository.ts`] = repository(name);
    }
  }
  return files;
}

function routes(name: string, wrong: readonly Defect[]): string {
  const lines = wrong.map((defect) => imports[defect]).filter((line) => line !== '');
  return `${lines.map((line) => `${line}\n`).join('')}import { Router } from 'express';
import { ${name}Service } from './service.js';

export const router = Router();

router.get('/', async (request, response) => {
  response.json(await ${name}Service.list({ after: String(request.query.after ?? ''), limit: 50 }));
});

router.get('/:id', async (request, response) => {
  response.json(await ${name}Service.find(request.params.id));
});

router.post('/', async (request, response) => {
  response.status(201).json(await ${name}Service.create(request.body));
});

router.delete('/:id', async (request, response) => {
  await ${name}Service.remove(request.params.id);
  response.status(204).end();
});
${wrong.map((defect) => defects[defect](name)).join('')}`;
}

function service(name: string): string {
  const type = name[0]!.toUpperCase() + name.slice(1);
  return `import { ${name}Repository } from './repository.js';

export interface ${type} {
  readonly id: string;
  readonly title: string;
  readonly createdAt: Date;
}

export interface Page {
  readonly after: string;
  readonly limit: number;
}

export class ${type}NotFound extends Error {
  constructor(readonly id: string) {
    super(\`There is no ${name} \${id}.\`);
  }
}

class ${type}Service {
  constructor(private readonly ${name}s: typeof ${name}Repository) {}

  async list(page: Page): Promise<${type}[]> {
    const limit = Math.min(Math.max(page.limit, 1), 100);
    return this.${name}s.page({ ...page, limit });
  }

  async find(id: string): Promise<${type}> {
    const found = await this.${name}s.byId(id);
    if (!found) throw new ${type}NotFound(id);
    return found;
  }

  async create(draft: { title: string }): Promise<${type}> {
    const title = draft.title.trim();
    if (title === '') throw new RangeError('A ${name} needs a title.');
    return this.${name}s.insert({ title });
  }

  async remove(id: string): Promise<void> {
    const found = await this.find(id);
    await this.${name}s.remove(found.id);
  }
}

export const ${name}Service = new ${type}Service(${name}Repository);
`;
}

function repository(name: string): string {
  const type = name[0]!.toUpperCase() + name.slice(1);
  return `import type { Pool } from 'pg';
import { pool } from '../../db.js';
import type { Page, ${type} } from './service.js';

interface Row {
  id: string;
  title: string;
  created_at: Date;
}

const columns = 'id, title, created_at';

class ${type}Repository {
  constructor(private readonly database: Pool) {}

  async page({ after, limit }: Page): Promise<${type}[]> {
    const text = \`SELECT \${columns} FROM ${name}s WHERE id > $1 ORDER BY id LIMIT $2\`;
    const { rows } = await this.database.query<Row>(text, [after, limit]);
    return rows.map(to${type});
  }

  async byId(id: string): Promise<${type} | undefined> {
    const { rows } = await this.database.query<Row>(\`SELECT \${columns} FROM ${name}s WHERE id = $1\`, [id]);
    return rows[0] && to${type}(rows[0]);
  }

  async insert({ title }: { title: string }): Promise<${type}> {
    const text = \`INSERT INTO ${name}s (title) VALUES ($1) RETURNING \${columns}\`;
    const { rows } = await this.database.query<Row>(text, [title]);
    return to${type}(rows[0]!);
  }

  async remove(id: string): Promise<void> {
    await this.database.query('DELETE FROM ${name}s WHERE id = $1', [id]);
  }
}

function to${type}(row: Row): ${type} {
  return { id: row.id, title: row.title, createdAt: row.created_at };
}

export const ${name}Repository = new ${type}Repository(pool);
`;
}
