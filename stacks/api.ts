import { routes } from "@sleekapp/contracts";
import type { Lambda as Domain } from "@sleekapp/contracts/route";
import { HttpApi, HttpMethod, HttpNoneAuthorizer, HttpRoute, HttpRouteKey } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpUserPoolAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { type StackContext, use } from "sst/constructs";
import { Auth } from "./auth.ts";
import { lambda } from "./function.ts";
import { pascal } from "./name.ts";
import { Gateway } from "./gateway.ts";
import { domainGrants } from "./permissions.ts";
import { allResources } from "./resources.ts";

/** The domains that have routes; each is one Lambda. */
export const domains: readonly Domain[] = [...new Set(routes.map((route) => route.lambda))].sort();

/** One gateway route for each contract, to the Lambda of its domain; who is not let through without a token is in the contract. */
export function Api(context: StackContext) {
  const { stack } = context;
  const { userPool, client } = use(Auth);
  const gateway = HttpApi.fromHttpApiAttributes(stack, "Gateway", { httpApiId: use(Gateway).api.apiId });
  const token = new HttpUserPoolAuthorizer("Members", userPool, { userPoolClients: [client] });
  const open = new HttpNoneAuthorizer();
  const integrations = new Map(domains.map((domain) => [domain, integrationOf(context, domain)]));
  for (const { operationId, lambda: domain, method, path, auth } of routes) {
    const integration = integrations.get(domain);
    if (!integration) throw new Error(`${operationId} names the domain ${domain}, which has no Lambda`);
    new HttpRoute(stack, pascal(operationId), {
      httpApi: gateway,
      routeKey: HttpRouteKey.with(path, HttpMethod[method]),
      integration,
      // A token unless the contract says how else the caller shows who they are.
      authorizer: auth === "member" ? token : open,
    });
  }
}

/** SST's Api makes an integration and a permission for each route; one of each for a Lambda keeps the stack small. */
function integrationOf(context: StackContext, domain: Domain): HttpLambdaIntegration {
  const handler = lambda(context, domain, {
    handler: `packages/functions/src/http/lambda/${domain}.handler`,
    description: `Routes of the domain ${domain}`,
    grant: domainGrants[domain],
    resources: allResources(),
    timeout: 25,
  });
  return new HttpLambdaIntegration(`${pascal(domain)}Integration`, handler, { scopePermissionToRoute: false });
}
