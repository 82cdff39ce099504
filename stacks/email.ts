import { ConfigurationSet, ConfigurationSetTlsPolicy, EmailIdentity, Identity, SuppressionReasons } from "aws-cdk-lib/aws-ses";
import type { StackContext } from "sst/constructs";
import { settingsOf } from "./stage.ts";

/** The domain mail comes from. Its DKIM records are outputs: an operator adds them to the domain's DNS once. */
export function Email({ stack, app }: StackContext) {
  const { mailDomain } = settingsOf(app);
  const configuration = new ConfigurationSet(stack, "Mail", {
    configurationSetName: app.logicalPrefixedName("mail"),
    tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
  });
  const identity = new EmailIdentity(stack, "Sender", {
    identity: Identity.domain(mailDomain),
    configurationSet: configuration,
    mailFromDomain: `bounce.${mailDomain}`,
  });
  for (const [index, record] of identity.dkimRecords.entries())
    stack.addOutputs({ [`DkimName${index + 1}`]: record.name, [`DkimValue${index + 1}`]: record.value });
  const configurationArn = `arn:aws:ses:${app.region}:${app.account}:configuration-set/${configuration.configurationSetName}`;
  return {
    domain: mailDomain,
    address: `no-reply@${mailDomain}`,
    sender: `SleekApp <no-reply@${mailDomain}>`,
    arns: [identity.emailIdentityArn, configurationArn],
  };
}
