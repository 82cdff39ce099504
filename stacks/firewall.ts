import { CfnWebACL, CfnWebACLAssociation } from "aws-cdk-lib/aws-wafv2";
import type { StackContext } from "sst/constructs";
import { use } from "sst/constructs";
import { Auth } from "./auth.ts";

type Rule = CfnWebACL.RuleProperty;

/** Firewalls: AWS's common rules and a rate for each address at the edge, and a rate at the user pool, which browsers call directly. */
export function firewallOf({ stack }: StackContext): CfnWebACL {
  const pool = aclOf(stack, { id: "PoolFirewall", scope: "REGIONAL", rules: [rate(0, 300)] });
  new CfnWebACLAssociation(stack, "PoolFirewallAssociation", { webAclArn: pool.attrArn, resourceArn: use(Auth).userPool.userPoolArn });
  return aclOf(stack, {
    id: "EdgeFirewall",
    scope: "CLOUDFRONT",
    rules: [rate(0, 2000), managed(1, "AWSManagedRulesAmazonIpReputationList"), managed(2, "AWSManagedRulesCommonRuleSet")],
  });
}

const visible = (metricName: string) => ({ cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName });

interface Firewall {
  readonly id: string;
  readonly scope: "CLOUDFRONT" | "REGIONAL";
  readonly rules: Rule[];
}

function aclOf(stack: StackContext["stack"], { id, scope, rules }: Firewall): CfnWebACL {
  return new CfnWebACL(stack, id, { scope, defaultAction: { allow: {} }, rules, visibilityConfig: visible(id) });
}

/** Requests in five minutes from one address before it is refused. */
function rate(priority: number, limit: number): Rule {
  return {
    name: "rate",
    priority,
    action: { block: {} },
    statement: { rateBasedStatement: { aggregateKeyType: "IP", limit } },
    visibilityConfig: visible("rate"),
  };
}

/** A body larger than 8 KB is only counted: product files and briefs are larger, and the API bounds what it reads. */
function managed(priority: number, name: string): Rule {
  const counted =
    name === "AWSManagedRulesCommonRuleSet" ? { ruleActionOverrides: [{ name: "SizeRestrictions_BODY", actionToUse: { count: {} } }] } : {};
  return {
    name,
    priority,
    overrideAction: { none: {} },
    statement: { managedRuleGroupStatement: { vendorName: "AWS", name, ...counted } },
    visibilityConfig: visible(name),
  };
}
