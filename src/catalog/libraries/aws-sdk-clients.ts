import { defineLibrary, type Action, type Entity, type Role } from '../schema.js';

const client: Action = {
  roles: ['expensive-client'],
  returns: '#Client',
  args: { options: '0', retries: '0.maxAttempts', timeout: '0.requestHandler.requestTimeout' },
  // `requestTimeout` only logs unless `throwOnRequestTimeout` is set too.
  defaults: { timeoutMs: 0, retries: 2 },
  resource: { cost: 'sets up HTTP connections of its own', singleton: 'prefer', connects: 'never', close: ['destroy'] },
};
/** A command acts when it is sent; what it does is known where it is made. */
const command = (...roles: Role[]): Entity => ({ new: { roles, returns: '#Command', args: { input: '0', ...(roles.includes('sql') && { table: '0.TableName' }) } } });

const services = [
  'ApiGatewayManagementApi', 'Athena', 'CloudFormation', 'CloudFront', 'CognitoIdentityProvider', 'Comprehend', 'DynamoDB', 'DynamoDBStreams', 'EC2', 'ECS',
  'EventBridge', 'Firehose', 'IAM', 'KMS', 'Kinesis', 'Lambda', 'MediaConvert', 'Polly', 'RDSData', 'RedshiftData', 'Rekognition', 'Route53', 'S3', 'SES', 'SESv2', 'SFN', 'SNS', 'SQS', 'SSM', 'STS',
  'SageMakerRuntime', 'Scheduler', 'SecretsManager', 'Textract', 'TimestreamQuery', 'TimestreamWrite', 'Transcribe', 'Translate',
];

export default defineLibrary({
  package: '@aws-sdk/client-*',
  title: 'AWS SDK',
  checked: ['3.1169.0'],
  evidence: 'probe: plain HTTP, 3 attempts; source of the request handler; d.ts',
  exports: {
    [services.flatMap((name) => [name, `${name}Client`]).join('|')]: { new: client },
    'CloudWatch|CloudWatchClient': { new: { ...client, roles: ['expensive-client', 'metrics'] } },
    'CloudWatchLogs|CloudWatchLogsClient': { new: { ...client, roles: ['expensive-client', 'logger'] } },
    'GetItemCommand|BatchGetItemCommand|QueryCommand|ScanCommand|TransactGetItemsCommand': command('sql', 'read'),
    'PutItemCommand|UpdateItemCommand|DeleteItemCommand|BatchWriteItemCommand|TransactWriteItemsCommand': command('sql', 'write'),
    ExecuteStatementCommand: command('sql', 'raw-sql'),
    'GetObjectCommand|HeadObjectCommand|ListObjectsCommand|ListObjectsV2Command': command('storage', 'read'),
    'PutObjectCommand|DeleteObjectCommand|DeleteObjectsCommand|CopyObjectCommand|UploadPartCommand|CreateMultipartUploadCommand|CompleteMultipartUploadCommand': command('storage', 'write'),
    'SendMessageCommand|SendMessageBatchCommand|PublishCommand|PublishBatchCommand|PutEventsCommand|PutRecordCommand|PutRecordsCommand': command('publish'),
    'SendEmailCommand|SendRawEmailCommand|SendTemplatedEmailCommand|SendBulkTemplatedEmailCommand|SendBulkEmailCommand': command('mail'),
    InvokeCommand: command('rpc-call'),
  },
  types: {
    Client: {
      members: {
        send: { call: { async: true, args: { command: '0', signal: '1.abortSignal', timeout: '1.requestTimeout' } } },
        'getItem|batchGetItem|query|scan|transactGetItems': { call: { roles: ['sql', 'read'], async: true } },
        'putItem|updateItem|deleteItem|batchWriteItem|transactWriteItems': { call: { roles: ['sql', 'write'], async: true } },
        'getObject|headObject|listObjects|listObjectsV2': { call: { roles: ['storage', 'read'], async: true } },
        'putObject|deleteObject|deleteObjects|copyObject': { call: { roles: ['storage', 'write'], async: true } },
        'sendMessage|sendMessageBatch|publish|publishBatch|putEvents|putRecord|putRecords': { call: { roles: ['publish'], async: true } },
        'sendEmail|sendRawEmail|sendTemplatedEmail|sendBulkEmail': { call: { roles: ['mail'], async: true } },
      },
    },
    Command: {},
  },
});
