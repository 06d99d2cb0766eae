import { expect, it } from 'vitest';
import { resourcesIn } from '../testing/values.ts';

const TEMPLATE = `
Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Runtime: nodejs22.x
    Environment: { Variables: { LEVEL: info } }
    Tags: { team: shop }
Resources:
  Checkout:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.handler
      CodeUri: src/
      Environment: { Variables: { TABLE: !Ref Orders } }
      Tracing: Active
      Policies:
        - AmazonS3ReadOnlyAccess
        - S3ReadPolicy: { BucketName: x }
        - Statement: [{ Effect: Allow, Action: "s3:*", Resource: "*" }]
      AutoPublishAlias: live
      FunctionUrlConfig: { AuthType: NONE }
      Events:
        Order: { Type: SQS, Properties: { Queue: !GetAtt Queue.Arn, BatchSize: 1 } }
        Get: { Type: Api, Properties: { Path: /, Method: get } }
  Orders:
    Type: AWS::Serverless::SimpleTable
    DeletionPolicy: Retain
    Properties: { SSESpecification: { SSEEnabled: true } }
  Queue: { Type: "AWS::SQS::Queue" }
  Shop:
    Type: AWS::Serverless::HttpApi
    Properties: { StageName: live }
  Layer:
    Type: AWS::Serverless::LayerVersion
    Properties: { ContentUri: layer/ }
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties: { Role: !GetAtt CheckoutRole.Arn, Tracing: { Enabled: true } }
`;

it('resources of SAM are what they become', () => {
  expect(resourcesIn({ 'template.yaml': TEMPLATE })).toMatchInlineSnapshot(`
    [
      "stack template.yaml",
      "  AWS::Lambda::Function Checkout Environment={Variables: {LEVEL: "info", TABLE: unknown because Orders is known after deployment <Orders>}} Handler="index.handler" Runtime="nodejs22.x" Code={S3Key: "src/"} Role=unknown because CheckoutRole.Arn is known after deployment <CheckoutRole.Arn> TracingConfig={Mode: "Active"} Tags=[{Key: "team", Value: "shop"}]",
      "  AWS::IAM::Role CheckoutRole AssumeRolePolicyDocument={Version: "2012-10-17", Statement: [{Effect: "Allow", Action: ["sts:AssumeRole"], Principal: {Service: ["lambda.amazonaws.com"]}}]} ManagedPolicyArns=["arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole", "arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess", "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"] Policies=[{PolicyName: "CheckoutRolePolicy0", PolicyDocument: {Statement: [{Effect: "Allow", Action: ["s3:GetBucketLocation", "s3:GetLifecycleConfiguration", "s3:GetObject", "s3:GetObjectVersion", "s3:ListBucket"], Resource: ["arn:aws:s3:::x", "arn:aws:s3:::x/*"]}]}}, {PolicyName: "CheckoutRolePolicy1", PolicyDocument: {Statement: [{Effect: "Allow", Action: "s3:*", Resource: "*"}]}}] Tags=[{Key: "team", Value: "shop"}]",
      "  AWS::Lambda::Version Checkout.Version FunctionName=unknown because Checkout is known after deployment <Checkout>",
      "  AWS::Lambda::Alias CheckoutAliaslive Name="live" FunctionName=unknown because Checkout is known after deployment <Checkout> FunctionVersion=unknown because Checkout.Version.Version is known after deployment <Checkout.Version.Version>",
      "  AWS::Lambda::Url CheckoutUrl AuthType="NONE" TargetFunctionArn=unknown because Checkout is known after deployment <Checkout>",
      "  AWS::Lambda::Permission CheckoutUrlPublicPermissions Action="lambda:InvokeFunctionUrl" FunctionName=unknown because Checkout is known after deployment <Checkout> FunctionUrlAuthType="NONE" Principal="*"",
      "  AWS::Lambda::EventSourceMapping CheckoutOrder EventSourceArn=unknown because Queue.Arn is known after deployment <Queue.Arn> BatchSize=1 FunctionName=unknown because Checkout.Arn is known after deployment <Checkout.Arn>",
      "  AWS::Lambda::Permission CheckoutGetPermission Action="lambda:InvokeFunction" FunctionName=unknown because Checkout.Arn is known after deployment <Checkout.Arn> Principal="apigateway.amazonaws.com" SourceArn=unknown because CheckoutGet.Arn is known after deployment <CheckoutGet.Arn>",
      "  AWS::DynamoDB::Table Orders SSESpecification={SSEEnabled: true} BillingMode="PAY_PER_REQUEST" KeySchema={AttributeName: "id", KeyType: "HASH"} DeletionPolicy="Retain"",
      "  AWS::SQS::Queue Queue",
      "  AWS::ApiGatewayV2::Api Shop ProtocolType="HTTP"",
      "  AWS::ApiGatewayV2::Stage ShopliveStage StageName="live" ApiId=unknown because Shop is known after deployment <Shop>",
      "  AWS::Lambda::LayerVersion Layer Content="layer/"",
      "  AWS::StepFunctions::StateMachine Flow TracingConfiguration={Enabled: true} RoleArn=unknown because CheckoutRole.Arn is known after deployment <CheckoutRole.Arn>",
      "  AWS::ApiGateway::RestApi ServerlessRestApi",
      "  AWS::ApiGateway::Stage ServerlessRestApiProdStage StageName="Prod" RestApiId=unknown because ServerlessRestApi is known after deployment <ServerlessRestApi>",
    ]
  `);
});
