import { routes } from "@sleekapp/contracts";
import { beforeAll, describe, expect, test } from "vitest";
import { everyStage, type StageTemplates, stages } from "../test/support/templates.ts";

let templates: Record<string, StageTemplates>;
beforeAll(async () => {
  templates = await everyStage();
});
const all = (stage: string, type: string) => templates[stage]?.all(type) ?? [];
const keyOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

describe.each(stages)("API of %s", (stage) => {
  test("each contract has one route, and there is no other", () => {
    const keys = all(stage, "AWS::ApiGatewayV2::Route").map(({ properties }): string => properties.RouteKey);

    expect(keys.toSorted()).toEqual(routes.map(keyOf).toSorted());
  });

  test("a route asks for a token of the user pool unless its contract names another way", () => {
    const asked = all(stage, "AWS::ApiGatewayV2::Route").filter(({ properties }) => properties.AuthorizationType === "JWT");
    const authorizers = all(stage, "AWS::ApiGatewayV2::Authorizer");

    expect(asked.map(({ properties }): string => properties.RouteKey).toSorted()).toEqual(
      routes
        .filter(({ auth }) => auth === "member")
        .map(keyOf)
        .toSorted(),
    );
    for (const { properties } of asked) expect(properties.AuthorizerId).toEqual({ Ref: authorizers[0]?.id });
    for (const { properties } of authorizers) {
      expect(properties.AuthorizerType).toBe("JWT");
      expect(properties.JwtConfiguration.Audience).toHaveLength(1);
    }
  });

  test("what is open without a token is under three prefixes, and everything else is closed", () => {
    const open = all(stage, "AWS::ApiGatewayV2::Route").filter(({ properties }) => properties.AuthorizationType === "NONE");

    for (const { properties } of open)
      expect(properties.RouteKey).toMatch(/^GET \/v1\/public\/|^(?:GET|POST|PUT|PATCH|DELETE) \/v1\/guest\/|^POST \/v1\/hooks\//);
  });

  test("each route leads to the Lambda of its domain", () => {
    const lambdas = new Map(all(stage, "AWS::Lambda::Function").map(({ id, properties }) => [id, properties.Handler]));
    const integrations = new Map(
      all(stage, "AWS::ApiGatewayV2::Integration").map(({ id, properties }) => [id, lambdas.get(properties.IntegrationUri["Fn::GetAtt"][0])]),
    );
    const served = all(stage, "AWS::ApiGatewayV2::Route").map(({ properties }) => [
      properties.RouteKey,
      integrations.get(properties.Target["Fn::Join"][1][1].Ref),
    ]);

    expect(Object.fromEntries(served)).toEqual(
      Object.fromEntries(routes.map((route) => [keyOf(route), `packages/functions/src/http/lambda/${route.lambda}.handler`])),
    );
  });

  test("only this API may call a domain's Lambda", () => {
    const permissions = all(stage, "AWS::Lambda::Permission").filter(({ properties }) => properties.Principal === "apigateway.amazonaws.com");

    expect(permissions).toHaveLength(new Set(routes.map((route) => route.lambda)).size);
    for (const { properties } of permissions) expect(JSON.stringify(properties.SourceArn)).toContain("execute-api");
  });

  test("requests are logged without addresses or tokens, and limited in number", () => {
    const [api] = all(stage, "AWS::ApiGatewayV2::Stage");
    const format = api?.properties.AccessLogSettings.Format;

    expect(Object.keys(JSON.parse(format))).toContain("requestId");
    expect(format).not.toMatch(/sourceIp|authorization|userAgent|claims/i);
    expect(api?.properties.DefaultRouteSettings).toMatchObject({
      ThrottlingRateLimit: stage === "prod" ? 500 : 50,
      ThrottlingBurstLimit: stage === "prod" ? 1000 : 100,
    });
  });
});
