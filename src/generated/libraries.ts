// Written by `npm run gen`. Do not edit.
import type { Library } from '../catalog/schema.js';
import express from '../catalog/libraries/express.js';
import ioredis from '../catalog/libraries/ioredis.js';

export const libraries: readonly Library[] = [express, ioredis];
