import { defineLibrary, type Entity, type Role } from '../schema.js';

const command = (...roles: Role[]): Entity => ({ new: { roles, args: { input: '0', table: '0.TableName' } } });

export default defineLibrary({
  package: '@aws-sdk/lib-dynamodb',
  title: 'DynamoDB document client',
  roles: ['sql'],
  checked: ['3.1162.0'],
  evidence: 'd.ts: it wraps a client, or makes one of the same settings',
  exports: {
    'DynamoDBDocumentClient|DynamoDBDocument': { is: '#Client', members: { from: { call: { returns: '#Client' } } } },
    'GetCommand|BatchGetCommand|QueryCommand|ScanCommand|TransactGetCommand': command('sql', 'read'),
    'PutCommand|UpdateCommand|DeleteCommand|BatchWriteCommand|TransactWriteCommand': command('sql', 'write'),
    'ExecuteStatementCommand|BatchExecuteStatementCommand': command('sql', 'raw-sql'),
  },
  types: {
    Client: {
      members: {
        send: { call: { async: true, args: { command: '0' } } },
        'get|batchGet|query|scan|transactGet': { call: { roles: ['sql', 'read'], async: true } },
        'put|update|delete|batchWrite|transactWrite': { call: { roles: ['sql', 'write'], async: true } },
      },
    },
  },
});
