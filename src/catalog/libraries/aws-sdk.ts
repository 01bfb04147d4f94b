import { defineLibrary, type Action, type Entity } from '../schema.js';

const service: Action = {
  roles: ['expensive-client'],
  returns: '#Service',
  args: { options: '0', timeout: '0.httpOptions.timeout', retries: '0.maxRetries' },
  defaults: { timeoutMs: 120_000, retries: 3 },
  resource: { cost: 'sets up an SDK client with its own credentials', singleton: 'prefer', connects: 'never' },
};
const request = (...roles: NonNullable<Action['roles']>): Entity => ({ call: { roles, returns: '#Request' } });
const names = 'S3|SQS|SNS|SES|SESV2|Lambda|SSM|SecretsManager|KMS|STS|EventBridge|Kinesis|Firehose|CloudWatch|CloudWatchLogs|CognitoIdentityServiceProvider|StepFunctions|EC2|ECS|RDS|Rekognition|Textract|Polly|Translate|CloudFront|Route53|IAM|Athena';

export default defineLibrary({
  package: 'aws-sdk',
  aliases: ['aws-sdk/clients/*'],
  title: 'AWS SDK 2',
  checked: ['2.1693.0'],
  evidence: 'probe: plain HTTP, 3 retries; source: 120 s',
  exports: {
    default: { new: service },
    [names]: { new: service },
    DynamoDB: { new: service, members: { DocumentClient: { new: { ...service, returns: '#DocumentClient' } } } },
  },
  types: {
    Service: {
      members: {
        'getObject|headObject|listObjects|listObjectsV2': request('storage', 'read'),
        'putObject|upload|deleteObject|deleteObjects|copyObject': request('storage', 'write'),
        'sendMessage|sendMessageBatch|publish|putEvents|putRecord|putRecords': request('publish'),
        'sendEmail|sendRawEmail|sendTemplatedEmail': request('mail'),
        'getItem|batchGetItem|query|scan': request('sql', 'read'),
        'putItem|updateItem|deleteItem|batchWriteItem|transactWriteItems': request('sql', 'write'),
      },
    },
    DocumentClient: { members: { 'get|batchGet|query|scan|transactGet': request('sql', 'read'), 'put|update|delete|batchWrite|transactWrite': request('sql', 'write') } },
    Request: { members: { promise: { call: { async: true } } } },
  },
});
