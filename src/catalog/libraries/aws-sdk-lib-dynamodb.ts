import { defineLibrary, type Batch, type Entity, type Role } from '../schema.js';

const command = (roles: Role[], batch?: Batch): Entity => ({ new: { roles, args: { input: '0', table: '0.TableName' }, ...(batch && { batch }) } });

export default defineLibrary({
  package: '@aws-sdk/lib-dynamodb',
  title: 'DynamoDB document client',
  roles: ['sql'],
  checked: ['3.1162.0'],
  evidence: 'd.ts: it wraps a client, or makes one of the same settings',
  exports: {
    'DynamoDBDocumentClient|DynamoDBDocument': { is: '#Client', members: { from: { call: { returns: '#Client' } } } },
    GetCommand: command(['sql', 'read'], { form: 'new BatchGetCommand({ RequestItems })', key: '0.Key' }),
    'BatchGetCommand|QueryCommand|ScanCommand|TransactGetCommand': command(['sql', 'read']),
    'PutCommand|DeleteCommand': command(['sql', 'write'], { form: 'new BatchWriteCommand({ RequestItems })', key: '0.Item|0.Key', unless: ['ConditionExpression', 'ReturnValues'] }),
    'UpdateCommand|BatchWriteCommand|TransactWriteCommand': command(['sql', 'write']),
    'ExecuteStatementCommand|BatchExecuteStatementCommand': command(['sql', 'raw-sql']),
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
