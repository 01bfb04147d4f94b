import { defineLibrary, type Registers } from '../schema.js';

const serverless: Omit<Registers, 'handler'> = { kind: 'serverless', rejections: 'handled', request: 0 };
const triggers = ['ALB', 'APIGatewayProxy', 'APIGatewayTokenAuthorizer', 'APIGatewayRequestAuthorizer', 'CloudFrontRequest', 'CloudFrontResponse', 'CloudWatchLogs', 'CodePipeline', 'DynamoDBStream', 'EventBridge', 'FirehoseTransformation', 'KinesisStream', 'LambdaFunctionURL', 'MSK', 'PreSignUpTrigger', 'PostConfirmationTrigger', 'S3', 'S3Batch', 'Scheduled', 'SES', 'SNS', 'SQS'];

export default defineLibrary({
  package: 'aws-lambda',
  aliases: ['@types/aws-lambda'],
  title: 'AWS Lambda',
  roles: ['serverless'],
  checked: ['8.10.164'],
  evidence: '@types/aws-lambda',
  exports: {
    [['Handler', 'APIGatewayProxyHandlerV2', 'APIGatewayProxyWithCognitoAuthorizerHandler', 'APIGatewayProxyWithLambdaAuthorizerHandler', ...triggers.map((name) => `${name}Handler`)].join('|')]: { is: '#Handler' },
    [['APIGatewayEvent', 'APIGatewayProxyEventV2', 'APIGatewayProxyWithCognitoAuthorizerEvent', ...triggers.map((name) => `${name}Event`)].join('|')]: { is: '#Event' },
    Context: {},
  },
  types: {
    Handler: { annotate: { roles: ['serverless'], registers: { ...serverless, handler: 'typed' } } },
    Event: { annotate: { roles: ['serverless'], registers: { ...serverless, handler: 'parameter' } } },
  },
  conventions: [{ files: ['**'], exports: ['handler', 'lambdaHandler'], dependsOn: ['@types/aws-lambda', 'aws-lambda', 'serverless', '@middy/core', 'aws-cdk-lib', 'aws-sdk', '@aws-lambda-powertools/*', '@aws-sdk/*'], parameter: ['event', '_event', 'evt'], registers: { ...serverless, handler: 'typed' } }],
});
