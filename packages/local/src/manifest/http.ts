import * as z from "zod";
import { functionName } from "./compute.ts";
import type { Resource } from "./assembly.ts";
import type { Resolver } from "./resolve.ts";
import type { Authorizer, HttpApi, Route } from "./types.ts";

const OfApi = z.looseObject({ ApiId: z.string() });
const RouteShape = z.looseObject({
  RouteKey: z.string(),
  Target: z.string().default(""),
  AuthorizationType: z.string().default("NONE"),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: z.array(z.string()).default([]),
});
const AuthorizerShape = z.looseObject({
  AuthorizerType: z.string(),
  JwtConfiguration: z.looseObject({ Issuer: z.string(), Audience: z.array(z.string()).default([]) }).optional(),
});
const StageShape = z.looseObject({
  DefaultRouteSettings: z
    .looseObject({ ThrottlingBurstLimit: z.coerce.number().optional(), ThrottlingRateLimit: z.coerce.number().optional() })
    .default({}),
});

function readRoute(from: Resolver, resource: Resource, integrations: ReadonlyMap<string, string>): Route {
  const shape = RouteShape.parse(from.properties(resource));
  const target = integrations.get(shape.Target);
  if (target === undefined) throw new Error(`Route ${shape.RouteKey} has no Lambda behind it`);
  return {
    key: shape.RouteKey,
    functionName: target,
    authorizer: shape.AuthorizationType === "JWT" ? shape.AuthorizerId : undefined,
    scopes: shape.AuthorizationScopes,
  };
}

function readAuthorizers(from: Resolver, resources: readonly Resource[]): Record<string, Authorizer> {
  return Object.fromEntries(
    resources.map((resource) => {
      const shape = AuthorizerShape.parse(from.properties(resource));
      if (!shape.JwtConfiguration) throw new Error(`Authorizer ${resource.id} is ${shape.AuthorizerType}; the local gateway knows JWT only`);
      return [from.physicalId(resource), { issuer: shape.JwtConfiguration.Issuer, audience: shape.JwtConfiguration.Audience }];
    }),
  );
}

/** HTTP APIs with their routes, each route with the function behind it and who may pass. */
export function readHttp(from: Resolver): readonly HttpApi[] {
  return from.ofType("AWS::ApiGatewayV2::Api").map((api) => {
    const id = from.physicalId(api);
    const mine = (type: string) => from.ofType(type).filter((resource) => OfApi.parse(from.properties(resource)).ApiId === id);
    const integrations = new Map(
      mine("AWS::ApiGatewayV2::Integration").map((resource) => {
        const uri = String(from.properties(resource)["IntegrationUri"]);
        return [`integrations/${from.physicalId(resource)}`, functionName(from, uri)] as const;
      }),
    );
    const [stage] = mine("AWS::ApiGatewayV2::Stage");
    const limits = StageShape.parse(stage ? from.properties(stage) : {}).DefaultRouteSettings;
    const { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst } = limits;
    return {
      name: String(from.properties(api)["Name"] ?? id),
      authorizers: readAuthorizers(from, mine("AWS::ApiGatewayV2::Authorizer")),
      routes: mine("AWS::ApiGatewayV2::Route").map((resource) => readRoute(from, resource, integrations)),
      throttle: rate === undefined || burst === undefined ? undefined : { rate, burst },
    };
  });
}
