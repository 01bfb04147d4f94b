import { describe, expect, it } from 'vitest';
import { fileLayer } from '../../src/analysis/file-layer.js';
import { frameworkParameters } from '../../src/analysis/framework-parameters.js';
import { infrastructureImports, mapsTables } from '../../src/analysis/infrastructure-imports.js';
import { sourceOf } from '../helpers/source.js';

const at = (filename: string, code = '') => sourceOf(code, { filename: `/app/${filename}`, context: { cwd: '/app' } });

describe('the layer of a file', () => {
  it.each([
    ['src/domain/order.ts', 'domain'],
    ['src/modules/orders/domain/value-objects/money.ts', 'domain'],
    ['src/users/entities/user.ts', 'domain'],
    ['src/services/orders.ts', 'service'],
    ['src/services/billing/rates.ts', 'service'],
    ['src/orders/order.service.ts', 'service'],
    ['src/use-cases/place-order.ts', 'service'],
    ['src/domain/services/pricing.ts', 'domain'],
    ['src/controllers/orders.ts', undefined],
    ['src/domain/orders/orders.controller.ts', undefined],
    ['src/domain/orders/infrastructure/store.ts', undefined],
    ['services/orders/src/index.ts', undefined],
    ['services/orders/src/services/pricing.ts', 'service'],
    ['src/services/OrderRepository.ts', undefined],
    ['src/index.ts', undefined],
  ])('%s: %s', (file, layer) => {
    expect(fileLayer(at(file))).toBe(layer);
  });
});

describe('infrastructure among the imports', () => {
  const found = (code: string) => infrastructureImports(sourceOf(code)).map(({ from, kind }) => `${from} ${kind}`);

  it.each([
    ['drivers, ORMs, clients, queues', `import pg from 'pg'; import { DataSource } from 'typeorm'; import axios from 'axios'; const { Queue } = require('bullmq'); export const x = import('express');`,
      ['pg infrastructure', 'typeorm infrastructure', 'axios infrastructure', 'bullmq infrastructure', 'express infrastructure']],
    ['one per declaration', `import knex, { Knex } from 'knex';`, ['knex infrastructure']],
    ['containers', `import { inject } from 'tsyringe'; import { Injectable } from '@nestjs/common';`, ['tsyringe container', '@nestjs/common container']],
    ['a framework and a container in one', `import { Injectable, Controller } from '@nestjs/common';`, ['@nestjs/common infrastructure']],
    ['none', `import { z } from 'zod'; import fs from 'node:fs'; import http from 'node:http'; import { HttpException } from '@nestjs/common'; import { a } from './a.js'; import debug from 'debug'; import dotenv from 'dotenv';`, []],
  ])('%s', (_, code, expected) => {
    expect(found(code)).toEqual(expected);
  });
});

describe('files that map tables', () => {
  it.each([
    [`import { Column } from 'typeorm'; class A { @Column() a = 1; }`, true],
    [`import * as orm from 'typeorm'; @orm.Entity() class A {}`, true],
    [`import { Model } from 'sequelize'; class A extends Model {}`, true],
    [`import { Schema } from 'mongoose'; export const a = new Schema({});`, true],
    [`const { DataTypes, Sequelize } = require('sequelize'); new Sequelize().define('a', {});`, true],
    [`import { Repository } from 'typeorm'; class A { constructor(private a: Repository<A>) {} }`, false],
    [`import { MongoClient } from 'mongodb'; export const open = () => new MongoClient('a');`, false],
    [`import axios from 'axios'; axios.create();`, false],
  ])('%s: %s', (code, expected) => {
    expect(mapsTables(sourceOf(code))).toBe(expected);
  });
});

describe('functions that take what belongs to a web framework', () => {
  const named = (code: string) => frameworkParameters(sourceOf(`import type { Request, Response, Router } from 'express'; ${code}`)).map(({ nodes }) => nodes.map(({ name }) => name).join());

  it.each([
    ['a request', `export function a(req: Request) {}`, ['req']],
    ['both, in the order of the parameters', `export class A { a(id: string, res: Response, req?: Request) {} }`, ['res,req']],
    ['a parameter with a default', `export const a = (req: Request = none) => req;`, ['req']],
    ['none: other types', `export function a(router: Router, id: string) {}`, []],
    ['none: a part of it', `export function a(body: Request['body'], keys: Array<Request>) {}`, []],
    ['none: handed over', `router.get('/', (req: Request) => {}); define({ run: (req: Request) => {} });`, []],
    ['the outer of two', `export function a(req: Request) { return [1].map(() => b(req)); } function b(req: Request) {}`, ['req']],
    ['none: its name says so', `export function sendError(res: Response) {}`, []],
  ])('%s', (_, code, expected) => {
    expect(named(code)).toEqual(expected);
  });
});
