import bcrypt from 'bcryptjs';
import { Router } from 'express';
import { createAccount, findAccount } from '../services/account-service.js';

export const accounts = Router();

accounts.post('/', async (req, res) => {
  const { email, password } = req.body as { email: string; password: string };
  const hash = bcrypt.hashSync(password, 12);
  const account = await createAccount(email, hash);
  res.status(201).json({ id: account.id, email: account.email });
});

accounts.post('/login', async (req, res) => {
  const { email, password } = req.body as { email: string; password: string };
  const account = await findAccount(email);
  if (!account || !(await bcrypt.compare(password, account.passwordHash))) {
    res.status(401).json({ error: 'wrong e-mail or password' });
    return;
  }
  res.json({ id: account.id });
});
